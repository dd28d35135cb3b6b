import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useRanged } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { attributeOf } from './criteria';
import { Suggest, type Option } from './Suggest';

const MOST = 40;

/** Adds a condition on an attribute: keys are completed first, then the values seen for that key. */
export function AttributeField({ onAdd }: { onAdd: (condition: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const keys = useApi('listAttributes', { signal: 'spans' }, { fresh: 60_000 });
  const typed = attributeOf(text);
  const operator = typed?.op ?? '';
  const known = keys.data?.keys.some((k) => k.key === typed?.key) ?? false;
  const completing = known && (operator === '=' || operator === '!=');
  const values = useRanged(
    'listAttributeValues',
    { signal: 'spans', key: typed?.key ?? '', prefix: typed?.value, limit: MOST },
    { enabled: completing, every: false, fresh: 30_000 },
  );
  const wanted = text.trim().toLowerCase();
  const options: Option[] = completing
    ? (values.data?.values ?? [])
        .filter((v) => v.value !== '')
        .map((v) => ({
          value: `${typed!.key}${operator}${v.value}`,
          label: v.value,
          note: format.shortCount(v.count),
        }))
    : operator === ''
      ? (keys.data?.keys ?? [])
          .filter((k) => k.key.toLowerCase().includes(wanted))
          .slice(0, MOST)
          .map((k) => ({
            value: `${k.key}=`,
            label: k.key,
            note: k.resource ? t('traces.search.resourceKey') : k.type,
            open: true,
          }))
      : [];
  // `key=` alone is the middle of typing, not a condition; `key` alone asks that it exists.
  const complete = typed !== null && (operator === '' || typed.value !== '');
  return (
    <Suggest
      className="cop-suggest--attribute"
      label={t('traces.search.addAttribute')}
      placeholder={t('traces.search.addAttribute')}
      text={text}
      options={options}
      hint={t('traces.search.attributeHint')}
      invalid={text.trim() !== '' && typed === null}
      onText={setText}
      onCommit={(value) => {
        const condition = attributeOf(value);
        const whole = condition && (condition.op === '' || condition.value !== '');
        if (!whole || (value === text && !complete)) return;
        onAdd(condition.key + condition.op + condition.value);
        setText('');
      }}
    />
  );
}
