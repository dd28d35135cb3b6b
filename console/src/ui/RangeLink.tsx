import { Link, type LinkProps } from 'react-router';
import { useHref, type LinkParams } from '../time/link';

interface Props extends Omit<LinkProps, 'to'> {
  to: string;
  /** query parameters, named as the API's; `from` and `to` override the page's range */
  params?: LinkParams;
}

/** A link that keeps the page's time range. */
export function RangeLink({ to, params, ...rest }: Props) {
  const href = useHref();
  return <Link {...rest} to={href(to, params)} />;
}
