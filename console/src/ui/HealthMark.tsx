import { useTranslation } from 'react-i18next';
import type { Health } from './health';
import './health.css';

// The shape says it without the colour: tick in a circle, triangle, cross in an octagon, dash.
const SHAPES: Record<Health, React.ReactNode> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.6" className="cop-health__sign" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.2 15.2 14.4H.8Z" />
      <path d="M8 6v4.2M8 12v.6" className="cop-health__sign" />
    </>
  ),
  bad: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" className="cop-health__sign" />
    </>
  ),
  idle: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5 8h6" className="cop-health__sign" />
    </>
  ),
};

/** State as a coloured shape, named for screen readers. */
export function HealthMark({ health, size = 16 }: { health: Health; size?: number }) {
  const { t } = useTranslation();
  const label = t(`health.${health}`);
  return (
    <svg
      className={`cop-health cop-health--${health}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {SHAPES[health]}
    </svg>
  );
}
