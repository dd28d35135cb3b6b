import { type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/client';
import { useFormat } from '../format/useFormat';
import { ProblemView, useProblemText } from './ProblemView';
import { Skeleton } from './Skeleton';

interface Props<T> {
  query: UseQueryResult<T, ApiError>;
  /** structure shown while nothing has arrived yet; as tall as what follows */
  skeleton?: React.ReactNode;
  children: (data: T) => React.ReactNode;
}

/**
 * Draws what a query answered. Before the first answer: structure. When the first read fails: the
 * problem. When a later one fails: the last answer, and a line that says since when it is old.
 */
export function Answered<T>({ query, skeleton, children }: Props<T>) {
  if (query.isPending) return skeleton ?? <Skeleton />;
  if (query.isLoadingError) {
    return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <>
      {query.error && <Stale error={query.error} since={query.dataUpdatedAt} />}
      {children(query.data)}
    </>
  );
}

function Stale({ error, since }: { error: ApiError; since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title } = useProblemText(error);
  return (
    <p className="cop-stale" role="status">
      {t('state.stale', { time: format.clock(since), reason: title })}
    </p>
  );
}
