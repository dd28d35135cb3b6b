// Tells the time, and how often you have asked. What it knows of you is in a session, as Express applications have them
// everywhere: in what it takes for a Redis. Started without the platform it keeps sessions to itself.
const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');
const { createClient } = require('redis');

const { OPENCOP_SESSIONS_REDIS_URL: url, OPENCOP_SESSIONS_REDIS_PREFIX: prefix, PORT, SESSION_SECRET } = process.env;
const client = url ? createClient({ url }) : undefined;
client?.on('error', (error) => console.error('sessions:', error.message));

const app = express();
app.get('/health', (request, response) => response.send('ok'));
app.use(
  session({
    store: client ? new RedisStore({ client, prefix, ttl: 1800 }) : undefined,
    secret: SESSION_SECRET ?? 'only for a tour', // the same for every instance
    resave: false,
    saveUninitialized: false,
  }),
);
app.get('/', (request, response, next) => {
  const mine = request.session;
  mine.visits = (mine.visits ?? 0) + 1;
  mine.name = request.query.name ?? mine.name;
  console.log(`visit ${mine.visits}`);
  const answer = { time: new Date().toISOString(), process: process.pid, name: mine.name, visits: mine.visits };
  // Express would answer even if the session could not be kept.
  mine.save((error) => (error ? next(error) : response.json(answer)));
});
app.get('/forget', (request, response, next) => {
  request.session.destroy((error) => (error ? next(error) : response.json({ forgotten: true })));
});
app.use((error, request, response, next) => {
  console.error(error.message);
  response.status(503).json({ error: 'try again' });
});

async function main() {
  await client?.connect();
  const server = app.listen(PORT ?? 3000, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
  process.on('SIGTERM', () => server.close(() => client?.destroy()));
}
main();
