/** A column of a table. */
export interface Column<T> {
  key: string;
  head: string;
  /** a track of CSS grid with a width of its own: '120px', 'minmax(160px, 2fr)' */
  width: string;
  cell: (row: T) => React.ReactNode;
  /** value to sort by; without it the column cannot be sorted */
  sortBy?: (row: T) => number | string | null | undefined;
  /** figures stand at the right */
  numeric?: boolean;
}
