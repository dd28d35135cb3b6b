import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/hooks';
import { Chip } from '../../conditions/Chip';
import { ConditionInput } from '../../conditions/ConditionInput';
import { choicesOf, chosen, keyOfChoice, type Chart, type Metric } from './chart';
import { useOpName } from './useOpName';

interface Props {
  chart: Chart;
  metric: Metric | undefined;
  onChange: (chart: Chart) => void;
}

/** What is asked of the metric: operation, groups, conditions. */
export function Editor({ chart, metric, onChange }: Props) {
  const { t } = useTranslation();
  const opName = useOpName();
  const now = chosen(chart, metric);
  const choices = choicesOf(metric);
  const all = choices.some((c) => keyOfChoice(c) === keyOfChoice(now))
    ? choices
    : [now, ...choices];
  const resource = useApi('listAttributes', { signal: 'metrics' }, { fresh: 60_000 });
  const keys = [
    ...new Set([
      'service.name',
      ...(metric?.attributes ?? []),
      ...(resource.data?.keys ?? []).filter((k) => k.resource).map((k) => k.key),
    ]),
  ].filter((k) => !chart.by.includes(k));
  return (
    <div className="cop-metrics__editor">
      <select
        className="cop-field"
        aria-label={t('metrics.op')}
        value={keyOfChoice(now)}
        onChange={(e) => {
          const choice = all.find((c) => keyOfChoice(c) === e.target.value);
          if (choice) onChange({ ...chart, op: choice.op, q: choice.q });
        }}
      >
        {all.map((c) => (
          <option key={keyOfChoice(c)} value={keyOfChoice(c)}>
            {opName(c)}
          </option>
        ))}
      </select>
      <select
        className="cop-field"
        aria-label={t('metrics.addBy')}
        value=""
        onChange={(e) => onChange({ ...chart, by: [...chart.by, e.target.value] })}
      >
        <option value="">{t('metrics.addBy')}</option>
        {keys.map((k) => (
          <option key={k} value={k}>
            {k}
          </option>
        ))}
      </select>
      <ConditionInput
        signal="metrics"
        onAdd={(c) => !chart.attr.includes(c) && onChange({ ...chart, attr: [...chart.attr, c] })}
      />
      <div className="cop-row cop-metrics__chips">
        {chart.by.map((k) => (
          <Chip
            key={k}
            name={t('metrics.by')}
            onRemove={() => onChange({ ...chart, by: chart.by.filter((x) => x !== k) })}
          >
            {k}
          </Chip>
        ))}
        {chart.attr.map((a) => (
          <Chip
            key={a}
            onRemove={() => onChange({ ...chart, attr: chart.attr.filter((x) => x !== a) })}
          >
            {a}
          </Chip>
        ))}
      </div>
    </div>
  );
}
