import { expect, test } from 'vitest';
import { requestsBehind } from '../../src/topology/requests';
import { widthOf } from '../../src/topology/TopologyEdge';
import { red } from '../data';

const node = (kind: 'user' | 'service' | 'database' | 'queue' | 'external', name: string) => ({
  id: name,
  kind,
  name,
  system: kind === 'database' ? 'postgresql' : null,
});
const edge = (over = {}) => ({ from: 'a', to: 'b', red: red(), ...over });

test('what users call is what the app served', () => {
  expect(requestsBehind(edge(), node('user', 'user'), node('service', 'shop'))).toMatchObject({
    service: 'shop',
    kind: 'server',
  });
});

test('calls to a database are the calls its caller made to such a system', () => {
  const params = requestsBehind(edge(), node('service', 'order'), node('database', 'orders'));
  expect(params).toMatchObject({
    service: 'order',
    kind: 'client',
    attr: ['db.system.name=postgresql'],
  });
});

test('a line that is not well opens the requests that failed', () => {
  const bad = edge({ red: red({ errors: 100 }) });
  const params = requestsBehind(bad, node('service', 'a'), node('service', 'b'));
  expect(params.status).toBe('error');
});

test('more traffic is a wider line, and the least is still seen', () => {
  expect(widthOf(0)).toBeGreaterThan(1);
  expect(widthOf(0.2)).toBeLessThan(widthOf(0.9));
});
