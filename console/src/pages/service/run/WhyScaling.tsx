import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppScaling, ScalingDecision } from '../../../api/contract';
import { type Format, useFormat } from '../../../format/useFormat';
import { PlainTable } from '../../../ui/PlainTable';
import { RelativeTime } from '../../../ui/RelativeTime';

type Input = ScalingDecision['inputs'][number];

/** A figure of a measure with its unit. */
function figureOf(input: Input, value: number | undefined, format: Format): string {
  if (value === undefined) return '–';
  if (input.measure === 'cpu' || input.measure === 'memory') return format.percent(value / 100);
  return input.measure === 'requests' ? format.rate(value) : format.figure(value);
}

function nameOf(input: Input, t: TFunction): string {
  return input.measure === 'metric'
    ? (input.metric ?? '')
    : t(`app.scaling.measure.${input.measure}`);
}

/** What decided how many instances run: what was measured, what that asks for, and the limit that bit. */
export function WhyScaling({ scaling }: { scaling: AppScaling }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { last, windows, decisions } = scaling;
  return (
    <>
      {last && (
        <section className="cop-card cop-quiet" aria-label={t('app.scaling.why')}>
          <h2>
            {t('app.scaling.why')} · <RelativeTime time={last.time} />
          </h2>
          <p>
            {t('app.scaling.computed', { count: last.computed })} <Limit of={last} in={scaling} />
          </p>
          <PlainTable<Input>
            label={t('app.scaling.why')}
            rows={last.inputs}
            rowKey={(i) => `${i.measure} ${i.metric}`}
            columns={[
              { head: t('app.scaling.input'), cell: (i) => nameOf(i, t) },
              {
                head: t('app.scaling.now'),
                numeric: true,
                cell: (i) =>
                  i.value === undefined
                    ? t('app.scaling.notMeasured')
                    : figureOf(i, i.value, format),
              },
              {
                head: t('app.scaling.target1'),
                numeric: true,
                cell: (i) => figureOf(i, i.target, format),
              },
              {
                head: t('app.scaling.ratio'),
                numeric: true,
                hint: t('app.scaling.ratioHint'),
                cell: (i) => (i.ratio === undefined ? '–' : `×${format.figure(i.ratio)}`),
              },
              {
                head: t('app.scaling.asks'),
                numeric: true,
                cell: (i) => (i.replicas === undefined ? '–' : format.count(i.replicas)),
              },
            ]}
          />
        </section>
      )}
      {windows.length > 0 && (
        <section className="cop-card cop-quiet" aria-label={t('app.scaling.windows')}>
          <h2>{t('app.scaling.windows')}</h2>
          <ul className="cop-restarts">
            {windows.map((w, i) => (
              <li key={i}>
                <code>{`${w.start} – ${w.end}`}</code>
                <span>
                  {w.timezone} · {t('app.scaling.between', { min: w.min, max: w.max })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && (
        <section className="cop-card cop-quiet" aria-label={t('app.scaling.decisions')}>
          <h2>{t('app.scaling.decisions')}</h2>
          <ul className="cop-restarts">
            {decisions.map((d, i) => (
              <li key={i}>
                <RelativeTime time={d.time} />
                <strong>{d.before === d.after ? d.after : `${d.before} → ${d.after}`}</strong>
                <span>
                  {t('app.scaling.computed', { count: d.computed })} <Limit of={d} in={scaling} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Limit({ of, in: { min, max } }: { of: ScalingDecision; in: AppScaling }) {
  const { t } = useTranslation();
  return t(`app.scaling.limit.${of.limit}`, { min, max });
}
