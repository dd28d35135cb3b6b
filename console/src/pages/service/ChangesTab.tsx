import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../api/contract';
import { Command } from '../../ui/Command';
import { Empty } from '../../ui/Empty';
import { FlagIcon } from '../../ui/icons';
import { RelativeTime } from '../../ui/RelativeTime';

/** What was done to the app, the latest first, with the difference where it is known. */
export default function ChangesTab({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const changes = [...detail.changes].sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
  if (changes.length === 0) {
    const body = JSON.stringify({
      time: new Date().toISOString(),
      kind: 'deploy',
      service: detail.service,
      version: '1.2.3',
      summary: 'Release 1.2.3',
    });
    return (
      <Empty title={t('service.changes.none')}>
        <p>{t('service.changes.noneNext')}</p>
        <Command>{`curl -X POST ${location.origin}/api/v1/changes -H "Authorization: Bearer $COP_TOKEN" \\
  -H 'Content-Type: application/json' -d '${body.replaceAll("'", "'\\''")}'`}</Command>
      </Empty>
    );
  }
  return (
    <div className="cop-stack">
      <p className="cop-first">{t('service.changes.first', { count: changes.length })}</p>
      <ul className="cop-changes">
        {changes.map((c, i) => (
          <li key={i} className="cop-card">
            <header className="cop-row">
              <FlagIcon />
              <strong>{t(`change.${c.kind}`)}</strong>
              {c.version && <span>{c.version}</span>}
              <span className="cop-dim">
                <RelativeTime time={c.time} />
                {c.author && ` · ${t('change.by', { author: c.author })}`}
                {c.id && ` · ${c.id}`}
              </span>
            </header>
            <p>{c.summary}</p>
            {c.diff && (
              <details>
                <summary>{t('service.changes.diff')}</summary>
                <pre className="cop-diff">{c.diff}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
