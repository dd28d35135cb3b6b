/** Where OTLP is received, as an application on the same machine writes it. */
export interface Receivers {
  grpc: string;
  http: string;
}

/** The commands that send data here, by way of sending. */
export function instructionsFor({ grpc, http }: Receivers) {
  const env = [
    'export OTEL_SERVICE_NAME=my-app',
    `export OTEL_EXPORTER_OTLP_ENDPOINT=http://${http}`,
    'export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
  ].join('\n');
  return {
    java: `${env}\njava -javaagent:opentelemetry-javaagent.jar -jar app.jar`,
    node: `npm install @opentelemetry/api @opentelemetry/auto-instrumentations-node
${env}
node --require @opentelemetry/auto-instrumentations-node/register app.js`,
    python: `pip install opentelemetry-distro opentelemetry-exporter-otlp
opentelemetry-bootstrap -a install
${env}
opentelemetry-instrument python app.py`,
    other: env,
    collector: `exporters:
  otlp/opencop:
    endpoint: ${grpc}
    tls:
      insecure: true
service:
  pipelines:
    traces: { receivers: [otlp], exporters: [otlp/opencop] }
    metrics: { receivers: [otlp], exporters: [otlp/opencop] }
    logs: { receivers: [otlp], exporters: [otlp/opencop] }`,
    curl: `now=$(date +%s)
curl -H 'Content-Type: application/json' http://${http}/v1/traces -d '{"resourceSpans":[{
  "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"hello"}}]},
  "scopeSpans":[{"spans":[{"name":"GET /hello","kind":2,
    "traceId":"'$(openssl rand -hex 16)'","spanId":"'$(openssl rand -hex 8)'",
    "startTimeUnixNano":"'$now'000000000","endTimeUnixNano":"'$now'042000000"}]}]}]}'`,
    demo: './cop demo',
  } as const;
}
