import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import type { TraceModel } from './model';
import type { Path } from './path';
import type { Colours } from './serviceColours';
import type { TraceState } from './useTraceState';

interface Props {
  model: TraceModel;
  path: Path;
  colours: Colours;
  state: TraceState;
}

/** Whose time the critical path was: a bar divided by service, and the names of the colours. */
export function Legend({ model, path, colours, state }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const onPath = new Map(path.services.map((s) => [s.service, s]));
  const others = model.services.filter((s) => !onPath.has(s));
  const first = (service: string) => model.nodes.find((n) => n.span.service === service);
  const item = (service: string, figure: string) => (
    <li key={service}>
      <button
        type="button"
        title={t('traces.path.toFirst', { service })}
        onClick={() => {
          const node = first(service);
          if (node) state.select(node);
        }}
      >
        <i style={{ background: colours.get(service) }} />
        {service} <span className="cop-dim">{figure}</span>
      </button>
    </li>
  );
  return (
    <section className="cop-tlegend" aria-label={t('traces.path.shares')}>
      <div className="cop-tlegend__bar" aria-hidden="true">
        {path.services.map((s) => (
          <i
            key={s.service}
            title={`${s.service} ${format.percent(s.share)}`}
            style={{ width: `${100 * s.share}%`, background: colours.get(s.service) }}
          />
        ))}
      </div>
      <ul>
        <li className="cop-dim">{t('traces.path.label')}</li>
        {path.services.map((s) =>
          item(s.service, `${format.duration(s.ms)} · ${format.percent(s.share)}`),
        )}
        {others.map((s) => item(s, t('traces.path.aside')))}
      </ul>
    </section>
  );
}
