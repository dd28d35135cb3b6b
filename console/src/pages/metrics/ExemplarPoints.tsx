import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { PlotBox } from '../../ui/chartTypes';
import { RangeLink } from '../../ui/RangeLink';
import { thinned } from './exemplars';
import type { Exemplar } from './lines';

interface Props {
  exemplars: readonly Exemplar[];
  box: PlotBox;
  format: (value: number) => string;
}

/** Measured requests as points; each opens its trace. One above the scale stands at its top edge. */
export function ExemplarPoints({ exemplars, box, format }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  return thinned(exemplars, box).map((e, i) => {
    const x = (e.time - box.from) / (box.to - box.from);
    const y = (e.value - box.low) / (box.high - box.low);
    const words = t('metrics.exemplar', { value: format(e.value), time: clock(e.time) });
    return (
      <RangeLink
        key={`${e.trace_id}${i}`}
        className={`cop-metrics__exemplar${y > 1 ? ' cop-metrics__exemplar--above' : ''}`}
        style={{
          left: box.left + x * box.width,
          top: box.top + (1 - Math.min(1, y)) * box.height,
        }}
        to={`/traces/${e.trace_id}`}
        params={{ around: new Date(e.time).toISOString(), span: e.span_id }}
        aria-label={words}
        title={words}
      />
    );
  });
}
