import { Releases } from './run/Releases';
import type { TabProps } from './tabProps';
import VersionsTab from './VersionsTab';

/** What was released, with configuration and the way back; elsewhere only what requests tell of it. */
export default function ReleasesTab({ app, detail }: TabProps) {
  return app ? <Releases app={app} detail={detail} /> : <VersionsTab detail={detail} />;
}
