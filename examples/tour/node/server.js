// Tells the time. Listens where the platform says, and leaves when it is asked to.
const http = require('node:http');

const server = http.createServer((request, response) => {
  console.log(`${request.method} ${request.url}`);
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ time: new Date().toISOString(), process: process.pid }) + '\n');
});

server.listen(process.env.PORT ?? 3000, '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => server.close());
