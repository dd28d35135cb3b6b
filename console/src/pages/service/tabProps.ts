import type { App, ServiceDetail } from '../../api/contract';

/** What every tab is given; most need only part of it. */
export interface TabProps {
  detail: ServiceDetail;
  /** what this platform runs of it; absent where it runs elsewhere */
  app: App | undefined;
  /** the page stands still while the pointer is on the picture */
  held: boolean;
  onHold: (held: boolean) => void;
}
