import { expect, test } from 'vitest';
import type { Shape } from '../../src/topology/graph';
import { layout, pathOf } from '../../src/topology/layout';

const M = { nodeWidth: 138, nodeHeight: 48, layerGap: 40, nodeGap: 16, width: 1020 };

function shape(...calls: string[]): Shape {
  const edges = calls.map((c) => {
    const [from = '', to = ''] = c.split('>');
    return { from, to };
  });
  return { nodes: [...new Set(edges.flatMap((e) => [e.from, e.to]))], edges };
}

const SHOP = shape(
  'user>storefront',
  'storefront>catalog',
  'storefront>order',
  'order>payment',
  'order>inventory',
  'order>queue',
  'queue>inventory',
  'catalog>db',
  'order>db',
  'inventory>db',
  'payment>paydb',
  'payment>gateway',
  'storefront>db',
);

test('traffic flows from left to right: every callee stands right of its caller', () => {
  const { nodes } = layout(SHOP, M);
  for (const { from, to } of SHOP.edges) {
    expect(nodes.get(to)!.x, `${from} > ${to}`).toBeGreaterThan(nodes.get(from)!.x);
  }
});

function noneOverlap(nodes: Map<string, { x: number; y: number }>) {
  const all = [...nodes];
  for (const [a, p] of all) {
    for (const [b, q] of all) {
      if (a >= b || p.x !== q.x) continue;
      expect(Math.abs(p.y - q.y), `${a} and ${b}`).toBeGreaterThanOrEqual(
        M.nodeHeight + M.nodeGap - 1e-6,
      );
    }
  }
}

test('no two nodes touch, and all lie within the picture', () => {
  const { nodes, width, height } = layout(SHOP, M);
  noneOverlap(nodes);
  for (const { x, y } of nodes.values()) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + M.nodeWidth).toBeLessThanOrEqual(width + 1e-6);
    expect(y + M.nodeHeight).toBeLessThanOrEqual(height + 1e-6);
  }
});

test('a line that passes a layer passes it between the nodes, not through one', () => {
  const { nodes, edges } = layout(SHOP, M);
  for (const [key, points] of edges) {
    for (const p of points.slice(1, -1)) {
      for (const [name, at] of nodes) {
        const inside =
          p.x >= at.x && p.x <= at.x + M.nodeWidth && p.y > at.y && p.y < at.y + M.nodeHeight;
        expect(inside, `${key.replace('\0', ' > ')} crosses ${name}`).toBe(false);
      }
    }
  }
});

test('cycles and calls to oneself are laid out too', () => {
  const ring = shape('a>b', 'b>c', 'c>a', 'c>c');
  const { nodes, edges } = layout(ring, M);
  expect(nodes.size).toBe(3);
  expect(edges.size).toBe(3);
  noneOverlap(nodes);
});

test('the same graph gives the same picture, in whatever order it arrives', () => {
  const turned = { nodes: [...SHOP.nodes].reverse(), edges: [...SHOP.edges].reverse() };
  expect(layout(turned, M)).toEqual(layout(SHOP, M));
});

test('a tree has no crossings', () => {
  const tree = shape('r>a', 'r>b', 'r>c', 'a>a1', 'a>a2', 'b>b1', 'c>c1', 'c>c2');
  const { nodes } = layout(tree, M);
  const y = (n: string) => nodes.get(n)!.y;
  const rank = (names: string[]) => [...names].sort((p, q) => y(p) - y(q));
  const parents = rank(['a', 'b', 'c']);
  const children = rank(['a1', 'a2', 'b1', 'c1', 'c2']).map((n) => n[0]!);
  expect([...new Set(children)]).toEqual(parents);
  expect(children).toEqual([...children].sort((p, q) => parents.indexOf(p) - parents.indexOf(q)));
});

test('two hundred services are laid out without overlap', () => {
  const calls = Array.from({ length: 400 }, (_, i) => {
    const to = 1 + ((i * 7919) % 199);
    return `s${Math.floor((to * ((i * 31) % 97)) / 97)}>s${to}`;
  });
  noneOverlap(layout(shape(...calls), M).nodes);
});

test('nothing to draw is an empty picture', () => {
  const { nodes, width } = layout({ nodes: [], edges: [] }, M);
  expect(nodes.size).toBe(0);
  expect(width).toBeGreaterThan(0);
  expect(pathOf([])).toBe('');
});
