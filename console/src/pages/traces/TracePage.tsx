import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useApi } from '../../api/hooks';
import { isTime } from '../../time/range';
import { Answered } from '../../ui/Answered';
import { PageHead } from '../../ui/PageHead';
import { RangeLink } from '../../ui/RangeLink';
import { Skeleton } from '../../ui/Skeleton';
import { TraceView } from './trace/TraceView';
import './trace.css';

const ID = /^[0-9a-f]{32}$/i;

/** One request through all services. `around` tells the store where to look first. */
export default function TracePage() {
  const { t } = useTranslation();
  const { traceId = '' } = useParams();
  const [params] = useSearchParams();
  const around = params.get('around');
  const id = traceId.toLowerCase();
  const query = useApi(
    'getTrace',
    { trace_id: id, around: isTime(around) ? around : undefined, detail: 'auto' },
    { enabled: ID.test(id), fresh: 60_000 },
  );
  if (!ID.test(id)) {
    return (
      <PageHead title={t('traces.one.title')} lead={t('traces.one.badId', { id: traceId })}>
        <RangeLink className="cop-go" to="/traces">
          {t('traces.one.search')}
        </RangeLink>
      </PageHead>
    );
  }
  const skeleton = (
    <div className="cop-stack">
      <PageHead title={t('traces.one.title')} lead={id} />
      <Skeleton height={64} />
      <Skeleton height={420} />
    </div>
  );
  // The trace that was open before is not what this address means.
  if (query.isPlaceholderData) return skeleton;
  return (
    <Answered query={query} skeleton={skeleton}>
      {(trace) => <TraceView key={trace.trace_id} trace={trace} />}
    </Answered>
  );
}
