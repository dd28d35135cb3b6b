import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../ui/icons';
import './conditions.css';

interface Props {
  children: string;
  /** what it is, before the text */
  name?: string;
  onRemove: () => void;
}

/** One condition that is in force, and the way to drop it. */
export function Chip({ children, name, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <span className="cop-cond__chip" title={children}>
      {name && <span className="cop-dim">{name}</span>}
      <span className="cop-clip">{children}</span>
      <button
        type="button"
        aria-label={t('logs.cond.remove', { text: children })}
        onClick={onRemove}
      >
        <CloseIcon size={12} />
      </button>
    </span>
  );
}
