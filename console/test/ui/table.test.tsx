// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Column } from '../../src/ui/column';
import { VirtualTable } from '../../src/ui/VirtualTable';
import { show } from '../render';

interface Row {
  name: string;
  value: number | null;
}
const COLUMNS: Column<Row>[] = [
  { key: 'name', head: 'Name', width: '120px', sortBy: (r) => r.name, cell: (r) => r.name },
  { key: 'value', head: 'Value', width: '80px', sortBy: (r) => r.value, cell: (r) => r.value },
];
const ROWS: Row[] = [
  { name: 'b', value: 1 },
  { name: 'a', value: null },
  { name: 'c', value: 7 },
];
const table = (rows: Row[], onOpen?: (r: Row) => void) => (
  <VirtualTable
    id="test"
    label="Things"
    columns={COLUMNS}
    rows={rows}
    rowKey={(r) => r.name}
    {...(onOpen ? { onOpen } : {})}
  />
);
const names = (el: HTMLElement) =>
  [...el.querySelectorAll('.cop-table__row')].map((r) => r.firstElementChild?.textContent);

// jsdom has no layout; the virtualizer asks the scroller how tall it is.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 400 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 800 });

afterEach(() => localStorage.clear());

test('a column sorts down, then up, and nothing comes last both times', async () => {
  const { container, getByText } = await show(table(ROWS), { lang: 'en' });
  fireEvent.click(getByText('Value'));
  expect(names(container)).toEqual(['c', 'b', 'a']);
  fireEvent.click(getByText('Value'));
  expect(names(container)).toEqual(['b', 'c', 'a']);
});

test('the order is remembered', async () => {
  const first = await show(table(ROWS), { lang: 'en' });
  fireEvent.click(first.getByText('Name'));
  first.unmount();
  const second = await show(table(ROWS), { lang: 'en' });
  expect(names(second.container)).toEqual(['c', 'b', 'a']);
});

test('a column can be put away, stays away, and one is always left', async () => {
  const first = await show(table(ROWS), { lang: 'en' });
  fireEvent.click(first.getByLabelText('Columns shown'));
  fireEvent.click(first.getByLabelText('Name'));
  expect(first.queryAllByRole('columnheader').map((h) => h.textContent)).toEqual(['Value']);
  expect(first.getByLabelText('Value').hasAttribute('disabled')).toBe(true);
  first.unmount();
  const second = await show(table(ROWS), { lang: 'en' });
  expect(second.queryAllByRole('columnheader').map((h) => h.textContent)).toEqual(['Value']);
  fireEvent.click(second.getByLabelText('Columns shown'));
  fireEvent.click(second.getByLabelText('Name'));
  expect(second.queryAllByRole('columnheader')).toHaveLength(2);
});

test('of 100,000 rows only those in view exist', async () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({ name: `row ${i}`, value: i }));
  const { container, getByRole } = await show(table(many), { lang: 'en' });
  expect(names(container).length).toBeLessThan(100);
  expect(getByRole('table').getAttribute('aria-rowcount')).toBe('100001');
});

test('Enter opens the row that has the focus', async () => {
  const open = vi.fn();
  const { container } = await show(table(ROWS, open), { lang: 'en' });
  fireEvent.keyDown(container.querySelector('.cop-table__row')!, { key: 'Enter' });
  expect(open).toHaveBeenCalledWith(ROWS[0]);
});
