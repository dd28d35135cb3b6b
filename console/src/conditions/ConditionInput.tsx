import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useRanged } from '../api/hooks';
import { useFormat } from '../format/useFormat';
import { usePopup } from '../ui/usePopup';
import { readCondition, stageOf } from './conditions';
import './conditions.css';

interface Props {
  signal: 'spans' | 'logs' | 'metrics';
  onAdd: (condition: string) => void;
}

interface Choice {
  text: string;
  note: string;
  /** chosen, it is a whole condition */
  whole: boolean;
}

/** One more condition on an attribute: the keys complete themselves, then the key's values. */
export function ConditionInput({ signal, onAdd }: Props) {
  const { t } = useTranslation();
  const { open, setOpen, root } = usePopup();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const id = useId();
  const choices = useChoices(signal, text, open);
  const add = (condition: string) => {
    const read = readCondition(condition);
    if (!read) return;
    onAdd(condition.trim());
    setText('');
    setAt(-1);
    setOpen(false);
  };
  const choose = (choice: Choice) => {
    if (choice.whole) return add(choice.text);
    setText(`${choice.text}=`);
    setAt(-1);
  };
  return (
    <div className="cop-cond cop-pop" ref={root}>
      <input
        className="cop-field"
        role="combobox"
        aria-label={t('logs.cond.label')}
        aria-expanded={open}
        aria-controls={`${id}list`}
        aria-activedescendant={at >= 0 ? `${id}${at}` : undefined}
        placeholder={t('logs.cond.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(e) => {
          setText(e.target.value);
          setAt(-1);
          setOpen(true);
        }}
        onKeyDown={(e) => {
          const choice = choices[at];
          if (e.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1));
          else if (e.key === 'ArrowUp') setAt(Math.max(at - 1, -1));
          else if (e.key === 'Enter' && choice) choose(choice);
          else if (e.key === 'Enter') add(text);
          else return;
          setOpen(true);
          e.preventDefault();
        }}
      />
      {open && (
        <div className="cop-pop__panel cop-cond__panel">
          <ul id={`${id}list`} role="listbox" aria-label={t('logs.cond.label')}>
            {choices.map((c, i) => (
              <li
                key={c.text}
                id={`${id}${i}`}
                role="option"
                aria-selected={i === at}
                onPointerMove={() => setAt(i)}
                onClick={() => choose(c)}
              >
                <span className="cop-clip">{c.text}</span>
                <span className="cop-dim">{c.note}</span>
              </li>
            ))}
          </ul>
          <p className="cop-dim">{t('logs.cond.hint')}</p>
        </div>
      )}
    </div>
  );
}

function useChoices(signal: Props['signal'], text: string, open: boolean): Choice[] {
  const { t } = useTranslation();
  const format = useFormat();
  const stage = useSettled(stageOf(text), 150);
  const keys = useApi('listAttributes', { signal }, { enabled: open, fresh: 60_000 });
  const values = useRanged(
    'listAttributeValues',
    { signal, key: stage?.key ?? '', prefix: stage?.prefix ?? '', limit: 20 },
    { enabled: open && stage !== null, every: false, fresh: 10_000 },
  );
  if (stageOf(text)) {
    if (!stage || stage.op === '>=' || stage.op === '<=') return [];
    return (values.data?.values ?? []).map((v) => ({
      text: `${stage.key}${stage.op}${v.value}`,
      note: format.shortCount(v.count),
      whole: true,
    }));
  }
  const wanted = text.trim().toLowerCase();
  return (keys.data?.keys ?? [])
    .filter((k) => k.key.toLowerCase().includes(wanted))
    .slice(0, 50)
    .map((k) => ({
      text: k.key,
      note: k.resource ? t('logs.cond.resource') : k.type,
      whole: false,
    }));
}

/** The value once it has stopped changing. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
    // `key` is the value.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, ms]);
  return settled;
}
