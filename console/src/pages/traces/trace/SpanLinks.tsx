import { useTranslation } from 'react-i18next';
import type { Span } from '../../../api/contract';
import { RangeLink } from '../../../ui/RangeLink';
import { AttributeList } from './AttributeList';

/** Spans of other traces this one belongs to. */
export function SpanLinks({ links }: { links: NonNullable<Span['links']> }) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <details className="cop-attrs" open>
      <summary>
        {t('traces.span.links')} <span className="cop-dim">{links.length}</span>
      </summary>
      <ul className="cop-events">
        {links.map((l, i) => (
          <li key={i}>
            <RangeLink to={`/traces/${l.trace_id}`} params={{ span: l.span_id }}>
              <code>{l.trace_id}</code>
            </RangeLink>{' '}
            <span className="cop-dim">
              {t('traces.span.id')} <code>{l.span_id}</code>
            </span>
            {l.attributes && Object.keys(l.attributes).length > 0 && (
              <AttributeList title={t('traces.span.attributes')} none="" values={l.attributes} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
