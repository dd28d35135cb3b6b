import { useId, useState } from 'react';
import { usePopup } from '../../../ui/usePopup';

export interface Option {
  /** what choosing it writes */
  value: string;
  label?: string;
  /** quiet, at the right: a count, a type */
  note?: string;
  /** choosing it does not finish: more is to be typed */
  open?: boolean;
}

interface Props {
  label: string;
  text: string;
  options: readonly Option[];
  placeholder?: string;
  /** under the options */
  hint?: React.ReactNode;
  className?: string;
  invalid?: boolean;
  onText: (text: string) => void;
  /** Enter, a chosen option, or leaving the field */
  onCommit: (text: string) => void;
}

/** A text field that offers what is there; any other text will do as well. */
export function Suggest(props: Props) {
  const { label, text, options, placeholder, hint, className, invalid, onText, onCommit } = props;
  const id = useId();
  const { open, setOpen, root } = usePopup();
  const [at, setAt] = useState(-1);
  const shown = open && (options.length > 0 || hint !== undefined);
  const type = (value: string) => {
    onText(value);
    setAt(-1);
    setOpen(true);
  };
  const choose = (option: Option) => {
    if (option.open) return type(option.value);
    setOpen(false);
    setAt(-1);
    onCommit(option.value);
  };
  const commit = () => {
    setOpen(false);
    setAt(-1);
    onCommit(text);
  };
  return (
    <div className={`cop-pop cop-suggest ${className ?? ''}`} ref={root}>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-activedescendant={shown && options[at] ? `${id}${at}` : undefined}
        aria-invalid={invalid || undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={(e) => {
          if (!root.current?.contains(e.relatedTarget)) commit();
        }}
        onChange={(e) => type(e.target.value)}
        onKeyDown={(e) => {
          const option = options[at];
          if (e.key === 'ArrowDown') {
            setOpen(true);
            setAt(Math.min(at + 1, options.length - 1));
          } else if (e.key === 'ArrowUp') setAt(Math.max(at - 1, -1));
          else if (e.key === 'Enter') {
            if (option && shown) choose(option);
            else commit();
          } else return;
          e.preventDefault();
        }}
      />
      {shown && (
        <div className="cop-pop__panel cop-suggest__panel">
          {options.length > 0 && (
            <ul id={`${id}list`} role="listbox" aria-label={label}>
              {options.map((o, i) => (
                <li
                  key={o.value}
                  id={`${id}${i}`}
                  role="option"
                  aria-selected={i === at}
                  onPointerMove={() => setAt(i)}
                  // The field keeps the focus: leaving it would commit what was typed so far.
                  onPointerDown={(e) => e.preventDefault()}
                  onClick={() => choose(o)}
                >
                  <span className="cop-clip">{o.label ?? o.value}</span>
                  {o.note && <span className="cop-dim">{o.note}</span>}
                </li>
              ))}
            </ul>
          )}
          {hint && <p className="cop-dim">{hint}</p>}
        </div>
      )}
    </div>
  );
}
