import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useHref, type LinkParams } from '../../time/link';
import { Empty } from '../../ui/Empty';
import { RangeLink } from '../../ui/RangeLink';
import type { Column } from '../../ui/column';
import { VirtualTable } from '../../ui/VirtualTable';
import { opening, pinnedOf, withPinned, writeChart, type Metric } from './chart';
import { useNavigate } from 'react-router';

interface Props {
  metrics: readonly Metric[];
  service: string | undefined;
  /** the metric being drawn; the catalogue is then a narrow list beside it */
  current: string | null;
}

/** Which metrics there are. Choosing one draws it. */
export function Catalogue({ metrics, service, current }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const [params] = useSearchParams();
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/);
  const rows = metrics.filter((m) => {
    const all = `${m.name} ${m.description ?? ''}`.toLowerCase();
    return words.every((w) => all.includes(w));
  });
  const link = (m: Metric): LinkParams => {
    const pins = withPinned(new URLSearchParams(), pinnedOf(params));
    const next = writeChart(pins, opening(m, service));
    return Object.fromEntries([...new Set(next.keys())].map((k) => [k, next.getAll(k)]));
  };
  const name: Column<Metric> = {
    key: 'name',
    head: t('metrics.metric'),
    width: current !== null ? 'minmax(150px, 1fr)' : 'minmax(220px, 3fr)',
    sortBy: (m) => m.name,
    cell: (m) => (
      <>
        <RangeLink to="/metrics" params={link(m)} title={m.name}>
          {m.name}
        </RangeLink>
        <span className="cop-metrics__what" title={m.description}>
          {current !== null
            ? [t(`metrics.type.${m.type}`), m.unit].filter(Boolean).join(' · ')
            : m.description}
        </span>
      </>
    ),
  };
  const series: Column<Metric> = {
    key: 'series',
    head: t('metrics.series'),
    width: '68px',
    numeric: true,
    sortBy: (m) => m.series,
    cell: (m) => format.shortCount(m.series),
  };
  const wide: Column<Metric>[] = [
    {
      key: 'type',
      head: t('metrics.kind'),
      width: '116px',
      sortBy: (m) => m.type,
      cell: (m) => t(`metrics.type.${m.type}`),
    },
    {
      key: 'unit',
      head: t('metrics.unit'),
      width: '104px',
      sortBy: (m) => m.unit,
      cell: (m) => <code>{m.unit || '–'}</code>,
    },
    series,
    {
      key: 'services',
      head: t('logs.service'),
      width: 'minmax(120px, 2fr)',
      sortBy: (m) => m.services?.join(' '),
      cell: (m) => <span title={m.services?.join(', ')}>{m.services?.join(', ')}</span>,
    },
  ];
  return (
    <div className="cop-metrics__catalogue">
      <input
        className="cop-field"
        type="search"
        value={text}
        placeholder={t('metrics.filter')}
        aria-label={t('metrics.filter')}
        spellCheck={false}
        onChange={(e) => setText(e.target.value)}
      />
      <VirtualTable<Metric>
        id={current !== null ? 'metrics-side' : 'metrics'}
        label={t('metrics.catalogue')}
        columns={current !== null ? [name, series] : [name, ...wide]}
        rows={rows}
        rowKey={(m) => `${m.name} ${m.type} ${m.unit}`}
        rowHeight={current !== null ? 46 : 48}
        maxHeight={current !== null ? 700 : 620}
        initial={{ key: 'name', down: false }}
        rowClass={(m) => (m.name === current ? 'cop-metrics__current' : undefined)}
        onOpen={(m) => void navigate(href('/metrics', link(m)))}
        empty={<Empty title={t('metrics.noneMatch', { text })} />}
      />
    </div>
  );
}
