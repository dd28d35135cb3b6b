import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import { ColumnsIcon } from './icons';
import { usePopup } from './usePopup';

interface Props<T> {
  columns: readonly Column<T>[];
  shown: readonly Column<T>[];
  onToggle: (key: string) => void;
}

/** Which columns a table shows. */
export function ColumnMenu<T>({ columns, shown, onToggle }: Props<T>) {
  const { t } = useTranslation();
  const { open, setOpen, root } = usePopup();
  const keys = new Set(shown.map((c) => c.key));
  return (
    <div className="cop-pop cop-columns" ref={root}>
      <button
        type="button"
        className="cop-columns__button"
        aria-expanded={open}
        aria-label={t('table.columns')}
        title={t('table.columns')}
        onClick={() => setOpen(!open)}
      >
        <ColumnsIcon size={14} />
      </button>
      {open && (
        <fieldset className="cop-pop__panel">
          <legend>{t('table.columns')}</legend>
          {columns.map((c) => (
            <label key={c.key}>
              <input
                type="checkbox"
                checked={keys.has(c.key)}
                disabled={keys.size === 1 && keys.has(c.key)}
                onChange={() => onToggle(c.key)}
              />
              {c.head}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
