import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { RangeLink } from '../../ui/RangeLink';
import { pieces, textOf } from './body';
import { Fields } from './Fields';
import { adding, linkOf, NO_FILTER } from './filter';
import { useLogFilter } from './useLogFilter';

const AROUND_MS = 30_000;

/** Everything a record carries, and where one can go from it. */
export function LogDetail({ record, words }: { record: LogRecord; words: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter } = useLogFilter();
  const at = Date.parse(record.time);
  const around = {
    from: new Date(at - AROUND_MS).toISOString(),
    to: new Date(at + AROUND_MS).toISOString(),
  };
  const { trace_id, span_id, template_id, service } = record;
  return (
    <div className="cop-logs__detail">
      <nav className="cop-row" aria-label={t('logs.go')}>
        {trace_id && (
          <RangeLink
            className="cop-go"
            to={`/traces/${trace_id}`}
            params={{ around: record.time, span: span_id }}
          >
            {t('logs.openTrace')}
          </RangeLink>
        )}
        {trace_id && (
          <RangeLink className="cop-go" to="/logs" params={{ trace_id }}>
            {t('logs.sameTrace')}
          </RangeLink>
        )}
        {template_id && (
          <RangeLink
            className="cop-go"
            to="/logs"
            params={linkOf({ ...filter, template: template_id })}
          >
            {t('logs.onlyPattern')}
          </RangeLink>
        )}
        <RangeLink className="cop-go" to="/logs" params={linkOf({ ...filter, service })}>
          {t('logs.onlyService')}
        </RangeLink>
        <RangeLink
          className="cop-go"
          to="/logs"
          params={{ ...linkOf({ ...NO_FILTER, service }), ...around }}
        >
          {t('logs.around')}
        </RangeLink>
        <CopyJson record={record} />
      </nav>
      <pre className="cop-logs__body">
        {pieces(textOf(record.body, true), words).map((piece, i) =>
          i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece,
        )}
      </pre>
      <div className="cop-logs__fields">
        <Fields
          name={t('logs.attributes')}
          fields={record.attributes}
          linkFor={(condition) => linkOf(adding(filter, condition))}
        />
        <Fields
          name={t('logs.resource')}
          fields={record.resource}
          linkFor={(condition) => linkOf(adding(filter, condition))}
        />
        <Fields
          name={t('logs.record')}
          fields={{
            [t('logs.time')]: format.absolute(record.time),
            ...(record.severity_text ? { [t('logs.severity')]: record.severity_text } : {}),
            ...(record.event_name ? { [t('logs.event')]: record.event_name } : {}),
            ...(record.scope?.name ? { [t('logs.scope')]: record.scope.name } : {}),
            ...(trace_id ? { [t('logs.traceId')]: trace_id } : {}),
            ...(span_id ? { [t('logs.spanId')]: span_id } : {}),
          }}
        />
      </div>
    </div>
  );
}

function CopyJson({ record }: { record: LogRecord }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="link"
      size="sm"
      onClick={() =>
        void navigator.clipboard
          .writeText(JSON.stringify(record, null, 2))
          .then(() => setCopied(true))
      }
    >
      {copied ? t('state.copied') : t('logs.copyJson')}
    </Button>
  );
}
