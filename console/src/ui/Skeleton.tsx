import { useTranslation } from 'react-i18next';
import './state.css';

interface Props {
  /** lines of text, or one block of this height */
  lines?: number;
  height?: number;
}

/** Structure while the first answer is on its way; it takes the room the answer will take. */
export function Skeleton({ lines = 4, height }: Props) {
  const { t } = useTranslation();
  return (
    <div className="cop-skeleton" role="status" aria-label={t('state.loading')}>
      {height ? (
        <span className="cop-skeleton__block" style={{ height }} />
      ) : (
        Array.from({ length: lines }, (_, i) => (
          <span
            key={i}
            className="cop-skeleton__line"
            style={{ width: `${92 - ((i * 17) % 40)}%` }}
          />
        ))
      )}
    </div>
  );
}
