import { useRef } from 'react';
import type { AppRow } from '../../run/rows';
import { useWidth } from '../../ui/useWidth';
import { AppTile } from './AppTile';

const LEAST_WIDTH = 196;
const GAP = 12;

/** As many columns as fill the rows evenly: six tiles are three and three, not five and one. */
export function evenColumns(tiles: number, width: number): number {
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const rows = Math.max(1, Math.ceil(tiles / most));
  return Math.max(1, Math.ceil(tiles / rows));
}

export function AppTiles({ apps }: { apps: readonly AppRow[] }) {
  const list = useRef<HTMLUListElement>(null);
  const width = useWidth(list);
  const columns = evenColumns(Math.max(apps.length, 3), width);
  return (
    <ul
      ref={list}
      className="cop-tiles"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {apps.map((app) => (
        <AppTile key={app.name} row={app} />
      ))}
    </ul>
  );
}
