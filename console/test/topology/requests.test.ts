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
const NEW = ['db.system.name', 'db.namespace', 'server.address', 'messaging.destination.name'];
const around = (soleCaller = false, keys = NEW) => ({ soleCaller, keys: new Set(keys) });
const order = node('service', 'order');

test('what users call, and what only one calls, is what the callee served', () => {
  const shop = node('service', 'shop');
  const served = { service: 'shop', kind: 'server' };
  expect(requestsBehind(edge(), node('user', 'user'), shop, around())).toMatchObject(served);
  expect(requestsBehind(edge(), order, shop, around(true))).toMatchObject(served);
  expect(requestsBehind(edge({ async: true }), node('queue', 'q'), shop, around())).toMatchObject({
    service: 'shop',
    kind: 'consumer',
  });
});

test('where several call it, it is the calls of this caller', () => {
  const params = requestsBehind(edge(), order, node('service', 'stock'), around());
  expect(params).toMatchObject({ service: 'order', kind: 'client' });
});

test('calls to a database are told apart by system and name, in the words in use here', () => {
  const db = node('database', 'orders');
  expect(requestsBehind(edge(), order, db, around()).attr).toEqual([
    'db.system.name=postgresql',
    'db.namespace=orders',
  ]);
  expect(requestsBehind(edge(), order, db, around(false, ['db.system', 'db.name'])).attr).toEqual([
    'db.system=postgresql',
    'db.name=orders',
  ]);
  // Both namings in use: a condition on one would hide the requests of the other.
  const both = around(false, ['db.system', 'db.system.name']);
  expect(requestsBehind(edge(), order, db, both).attr).toBeUndefined();
});

test('an external host is looked for as its callers write it', () => {
  const behind = (host: string) =>
    requestsBehind(edge(), order, node('external', host), around()).attr;
  expect(behind('pg-gateway.example')).toEqual(['server.address=pg-gateway.example']);
  expect(behind('[::1]')).toEqual(['server.address=::1']);
});

test('a line that is not well opens the requests that failed', () => {
  const bad = edge({ red: red({ errors: 100 }) });
  expect(requestsBehind(bad, order, node('service', 'b'), around()).status).toBe('error');
});

test('more traffic is a wider line, and the least is still seen', () => {
  expect(widthOf(0)).toBeGreaterThan(1);
  expect(widthOf(0.2)).toBeLessThan(widthOf(0.9));
});
