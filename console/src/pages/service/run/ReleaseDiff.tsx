import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { App, ReleaseComparison } from '../../../api/contract';
import { useApi } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { Answered } from '../../../ui/Answered';
import { PlainTable } from '../../../ui/PlainTable';
import { Skeleton } from '../../../ui/Skeleton';

type Field = ReleaseComparison['fields'][number];

/** In which fields two releases differ. Secrets are not in the answer, so they cannot be shown. */
export function ReleaseDiff({ app, from, to }: { app: App; from: number; to: number }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const differ = useApi('compareReleases', { app: app.name, from, to }, { fresh: 60_000 });
  const choose = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set('diff_from', String(from));
        next.set('diff_to', String(to));
        next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  const pick = (name: 'diff_from' | 'diff_to', value: number) => (
    <select
      className="cop-select"
      aria-label={t(name === 'diff_from' ? 'app.releases.diffFrom' : 'app.releases.diffTo')}
      value={value}
      onChange={(e) => choose(name, e.target.value)}
    >
      {app.releases.map((r) => (
        <option key={r.number} value={r.number}>
          {`${r.number} (${r.version})`}
        </option>
      ))}
    </select>
  );
  return (
    <section className="cop-card cop-diffs" aria-label={t('app.releases.compare')}>
      <p className="cop-diffs__pick">
        {t('app.releases.diffFrom')} {pick('diff_from', from)} {t('app.releases.diffTo')}{' '}
        {pick('diff_to', to)}
      </p>
      <Answered query={differ} skeleton={<Skeleton height={80} />}>
        {(d) =>
          d.fields.length === 0 ? (
            <p className="cop-dim">{t('app.releases.same')}</p>
          ) : (
            <PlainTable<Field>
              label={t('app.releases.diffTitle', { from, to })}
              rows={d.fields}
              rowKey={(f) => f.field}
              columns={[
                { head: t('app.releases.field'), cell: (f) => <code>{f.field}</code> },
                { head: t('app.releases.before'), cell: (f) => <Value field={f} side="before" /> },
                { head: t('app.releases.after'), cell: (f) => <Value field={f} side="after" /> },
              ]}
            />
          )
        }
      </Answered>
    </section>
  );
}

function Value({ field, side }: { field: Field; side: 'before' | 'after' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const absent = field.change === (side === 'before' ? 'added' : 'removed');
  if (absent) return <span className="cop-dim">{t('app.releases.absent')}</span>;
  if (field.hidden) return <span className="cop-dim">{t(`app.releases.${field.hidden}`)}</span>;
  const value = field[side] ?? '';
  if (field.field === 'spec.resources.memory') return format.bytes(Number(value));
  const digest = field.field.startsWith('spec.source.') && /^[0-9a-f]{64}$/.test(value);
  return <code title={digest ? value : undefined}>{digest ? value.slice(0, 12) : value}</code>;
}
