import type { Series } from './chartTypes';

/** The names of a chart's lines, each with its line as it is drawn. */
export function LegendOf({ series }: { series: readonly Series[] }) {
  return (
    <ul className="cop-legend">
      {series.map((s) => (
        <li key={s.label}>
          <i
            style={{
              borderBlockStart: `${s.width ?? 1.5}px ${s.dashed ? 'dashed' : 'solid'} ${
                s.colour.startsWith('#') ? s.colour : `var(--cop-${s.colour})`
              }`,
            }}
          />
          {s.label}
        </li>
      ))}
    </ul>
  );
}
