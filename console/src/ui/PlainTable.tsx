import './table.css';

export interface PlainColumn<T> {
  head: string;
  cell: (row: T) => React.ReactNode;
  numeric?: boolean;
  hint?: string;
}

interface Props<T> {
  label: string;
  columns: readonly PlainColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

/** A short table that is drawn whole. */
export function PlainTable<T>({ label, columns, rows, rowKey }: Props<T>) {
  return (
    <div className="cop-plain">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.head} scope="col" title={c.hint} className={c.numeric ? 'cop-num' : ''}>
                {c.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((c) => (
                <td key={c.head} className={c.numeric ? 'cop-num' : ''}>
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
