// Written by build/api.mjs from server/src/main/resources/openapi.yaml; `npm run api` renews it.

export type TimeParam = string;

export type Time = string;

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** message number, e.g. COP-1203 */
  code: string;
  /** what to do now */
  next?: string;
  errors?: Array<{
    field?: string;
    /** file:line:column, for manifests */
    place?: string;
    code?: string;
    message?: string;
    expected?: string;
  }>;
}

export interface Liveness {
  status: 'ok';
  version: string;
}

export interface Principal {
  name: string;
  role: 'viewer' | 'operator' | 'admin';
  version?: string;
}

export interface SignInLink {
  /** works once */
  url: string;
  expires: Time;
  /** the token whose role the browser gets */
  name: string;
  role: 'viewer' | 'operator' | 'admin';
}

export interface Token {
  name: string;
  role: 'viewer' | 'operator' | 'admin';
  /** the first start, the setting auth.tokens, or this API */
  origin: 'start' | 'configuration' | 'created';
  created?: Time;
  /** absent where it does not end */
  expires?: Time;
  expired: boolean;
}

export interface TokenList {
  tokens: Array<Token>;
}

export interface NewToken {
  name: string;
  role: 'viewer' | 'operator' | 'admin';
  origin: 'created';
  created?: Time;
  /** absent where it does not end */
  expires?: Time;
  expired: boolean;
  /** the secret, shown this once */
  token: string;
}

export interface Cost {
  rows_read: number;
  bytes_read: number;
  segments: number;
  elapsed_ms: number;
}

/** rate, errors, duration of entry (SERVER and CONSUMER) spans, or of calls on an edge */

export interface Red {
  count: number;
  errors: number;
  /** per second, over the part of the range since the first signal of the service (of a version or an instance since its first request; in the overview since anybody's) */
  rate: number;
  /** 0..1 */
  error_ratio: number;
  avg_ms: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  p99_ms: number | null;
}

export interface RedPoint {
  time: Time;
  count: number;
  errors: number;
  p50_ms: number | null;
  p95_ms: number | null;
  p99_ms: number | null;
}

export interface ServiceSummary {
  service: string;
  namespace?: string | null;
  /** telemetry.sdk.language */
  language?: string | null;
  red: Red;
  /** the range of equal length before */
  previous?: Red;
  trend: Array<RedPoint>;
  instances: number;
  versions: Array<string>;
  last_change?: Change | null;
  last_seen?: Time;
  /** all spans of the service in the range */
  spans?: number;
  logs?: number;
  error_logs?: number;
}

export interface ServiceList {
  services: Array<ServiceSummary>;
  cost: Cost;
}

export interface Overview {
  from: Time;
  to: Time;
  services: number;
  instances: number;
  /** entry traffic only - requests that came from outside the services */
  red: Red;
  /** distinct session.id in the range; null where no span carries one */
  active_sessions?: number | null;
  /** services whose error ratio is 5 % or more with at least 10 requests */
  unhealthy?: Array<string>;
  spans?: number;
  logs?: number;
  metric_points?: number;
  slowest?: Operation | null;
  /** false until the first signal ever; an empty Now then teaches how to begin */
  ever_received?: boolean;
  cost: Cost;
}

export interface Operation {
  service: string;
  operation: string;
  kind: string;
  red: Red;
}

export interface ServiceDetail {
  service: string;
  namespace?: string | null;
  language?: string | null;
  step_s: number;
  red: Red;
  previous?: Red;
  series: Array<RedPoint>;
  versions: Array<RedSlice>;
  instances: Array<RedSlice>;
  operations: Array<Operation>;
  changes: Array<Change>;
  /** resource attributes last seen */
  resource?: Record<string, string>;
  cost: Cost;
}

export interface RedSlice {
  key: string;
  red: Red;
  series: Array<RedPoint>;
  first_seen?: Time;
  last_seen?: Time;
}

export interface Heatmap {
  step_s?: number;
  /** start of each column */
  times: Array<Time>;
  /** lower bounds of the rows, ascending, then the upper bound of the last: rows + 1 values */
  bounds_ms: Array<number>;
  /** counts[column][row] */
  counts: Array<Array<number>>;
  errors: Array<Array<number>>;
  cost: Cost;
}

export interface Graph {
  nodes: Array<{
    id: string;
    kind: 'user' | 'service' | 'database' | 'queue' | 'external';
    name: string;
    /** postgresql, kafka, http … */
    system?: string | null;
    red?: Red;
    instances?: number;
    /** of an external host: the ports called, without ephemeral ones (from 32768) */
    ports?: Array<number>;
    /** of an external host: how many ephemeral ports were called */
    ephemeral_ports?: number;
  }>;
  edges: Array<{
    from: string;
    to: string;
    protocol?: string | null;
    red: Red;
    async?: boolean;
    /** of an edge from user: how many of its requests only ask whether the service is well (/actuator/health, /healthz, grpc.health …) */
    health_checks?: number;
  }>;
  cost: Cost;
}

export interface TraceSummary {
  trace_id: string;
  start: Time;
  duration_ms: number;
  root_service?: string | null;
  root_operation?: string | null;
  root_status?: 'unset' | 'ok' | 'error';
  /** the span that matched */
  matched?: {
    span_id?: string;
    service?: string;
    operation?: string;
    start?: Time;
    duration_ms?: number;
    status?: string;
  };
  spans: number;
  errors: number;
  services: Array<{
    service: string;
    spans: number;
    errors?: number;
  }>;
}

export interface TraceList {
  traces: Array<TraceSummary>;
  next_cursor: string | null;
  cost: Cost;
}

export interface Trace {
  trace_id: string;
  start: Time;
  duration_ms: number;
  spans: Array<Span>;
  /** segments of the critical path, relative to start, in time order */
  critical_path: Array<{
    span_id: string;
    from_ms: number;
    to_ms: number;
  }>;
  /** log records that carry this trace id */
  logs?: number;
  /** true where the trace has more spans than the answer may hold (10,000) */
  truncated?: boolean;
  /** true where spans are without attributes, resource and what else detail=lean leaves out */
  lean?: boolean;
  cost: Cost;
}

export interface SpanDetail {
  span: Span;
  cost: Cost;
}

export interface Span {
  span_id: string;
  parent_span_id?: string | null;
  service: string;
  version?: string | null;
  instance?: string | null;
  name: string;
  kind: 'unspecified' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  start: Time;
  /** relative to the trace */
  start_ms: number;
  duration_ms: number;
  /** duration not covered by children */
  self_ms: number;
  status: 'unset' | 'ok' | 'error';
  status_message?: string | null;
  trace_state?: string | null;
  scope?: {
    name?: string;
    version?: string;
  };
  attributes?: Record<string, unknown>;
  resource?: Record<string, unknown>;
  events?: Array<{
    name: string;
    time: Time;
    offset_ms?: number;
    attributes?: Record<string, unknown>;
  }>;
  links?: Array<{
    trace_id: string;
    span_id: string;
    attributes?: Record<string, unknown>;
  }>;
  dropped?: {
    attributes?: number;
    events?: number;
    links?: number;
  };
}

export interface LogRecord {
  /** stable position of the record in the store */
  id?: string;
  time: Time;
  observed?: Time;
  severity: 'unspecified' | 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  severity_text?: string | null;
  service: string;
  instance?: string | null;
  /** a string, or any JSON value where the body was structured */
  body: unknown;
  trace_id?: string | null;
  span_id?: string | null;
  event_name?: string | null;
  template_id?: string | null;
  attributes?: Record<string, unknown>;
  resource?: Record<string, unknown>;
  scope?: {
    name?: string;
    version?: string;
  };
}

export interface LogList {
  logs: Array<LogRecord>;
  next_cursor: string | null;
  cost: Cost;
}

export interface LogHistogram {
  step_s: number;
  times: Array<Time>;
  /** by severity, one value per time */
  counts: Record<string, Array<number>>;
  cost: Cost;
}

export interface PatternList {
  patterns: Array<{
    template_id: string;
    /** with <*> where values vary */
    template: string;
    /** in the range */
    count: number;
    severity?: string;
    services?: Array<string>;
    /** ever, not only in the range */
    first_seen: Time;
    last_seen: Time;
    /** first seen within the range */
    is_new?: boolean;
    example?: string;
  }>;
  cost: Cost;
}

export interface MetricCatalogue {
  metrics: Array<{
    name: string;
    type: 'gauge' | 'sum' | 'histogram' | 'exponential_histogram' | 'summary';
    unit: string;
    description?: string;
    temporality?: 'delta' | 'cumulative' | null;
    monotonic?: boolean | null;
    series: number;
    services?: Array<string>;
    attributes?: Array<string>;
  }>;
  cost: Cost;
}

export interface MetricResult {
  name: string;
  unit: string;
  type: string;
  op: string;
  step_s: number;
  times: Array<Time>;
  series: Array<{
    labels: Record<string, string>;
    values: Array<number | null>;
    exemplars?: Array<{
      time?: Time;
      value?: number;
      trace_id?: string;
      span_id?: string;
    }>;
  }>;
  /** true where there are more than 200 groups; the largest are kept */
  truncated?: boolean;
  cost: Cost;
}

export interface AttributeKeys {
  keys: Array<{
    key: string;
    type: 'string' | 'int' | 'double' | 'bool';
    resource?: boolean;
  }>;
}

export interface AttributeValues {
  values: Array<{
    value: string;
    count: number;
  }>;
  cost: Cost;
}

export type ChangeKind = 'deploy' | 'config' | 'flag' | 'commit' | 'scale' | 'restart' | 'note';

export interface Change {
  time: Time;
  kind: ChangeKind;
  service?: string | null;
  /** commit SHA, flag name, release number */
  id?: string | null;
  summary: string;
  author?: string | null;
  version?: string | null;
  diff?: string | null;
}

export interface ChangeList {
  changes: Array<Change>;
  next_cursor: string | null;
  cost: Cost;
}

export interface AppliedList {
  apps: Array<{
    name: string;
    result: 'created' | 'configured' | 'unchanged';
  }>;
  dry_run: boolean;
}

export interface AppDiffList {
  apps: Array<{
    name: string;
    changed: boolean;
    /** YAML; empty where there is no such app yet */
    before: string;
    /** YAML */
    after: string;
  }>;
}

export interface AppList {
  apps: Array<App>;
}

export interface App {
  /** also its service.name */
  name: string;
  phase: 'ready' | 'rolling' | 'degraded' | 'asleep' | 'deleting';
  kind: 'jar' | 'war' | 'static' | 'command' | 'image';
  /** instances that take requests */
  ready: number;
  /** instances that shall run */
  wanted: number;
  /** number of the release that serves; 0 before the first has got ready */
  release: number;
  /** number of the release that shall serve */
  target: number;
  /** service.version of the target */
  version?: string;
  /** message number of why the last rollout was taken back; absent where it was not */
  failed?: string;
  labels: Record<string, string>;
  /** names of its environment variables; values are not shown */
  env: Array<string>;
  /** limit of one instance */
  memory_bytes: number;
  /** limit in cores; 0 for none */
  cpu: number;
  scale?: AppScale;
  rollout?: AppRollout;
  stop?: {
    /** how long requests in flight may take */
    drain_s: number;
    /** from SIGTERM to SIGKILL */
    grace_s: number;
  };
  /** whether the gateway has requests for it */
  routed?: boolean;
  clustered_sessions?: boolean;
  scaling?: AppScaling;
  /** absent where no new release is being watched */
  canary?: AppCanary;
  releases: Array<AppRelease>;
  instances: Array<AppInstance>;
}

export interface AppScale {
  min: number;
  max: number;
  /** what is measured; empty where the number is set by people */
  targets: Array<{
    measure: 'cpu' | 'memory' | 'requests' | 'concurrency' | 'metric';
    metric?: string;
    /** wanted mean of the instances; cpu and memory in percent */
    value: number;
  }>;
}

export interface AppRollout {
  strategy: 'rolling' | 'blue_green' | 'canary';
  /** how many more instances there may be; of rolling */
  surge?: number;
  /** how many fewer may be ready; of rolling */
  unavailable?: number;
  /** how long the old release stays; of blue_green */
  keep_old_s?: number;
}

export interface AppRoutes {
  /** address of the gateway; absent where none answers */
  gateway?: string;
  /** of the gateway's program; absent where it is not known */
  gateway_version?: string;
  routes: Array<{
    /** absent for any */
    host?: string;
    path: string;
    /** absent where no gateway answers or the host is a pattern */
    url?: string;
  }>;
  limits?: {
    max_in_flight: number;
    connect_timeout_ms: number;
    response_timeout_ms: number;
    requests_per_second?: number;
    burst?: number;
    max_waiting: number;
    wait_ms: number;
  };
  /** now; this and what follows absent where no gateway answers */
  in_flight?: number;
  /** held until an instance is ready */
  waiting?: number;
  /** since the start of the gateway */
  requests?: number;
  retries?: number;
  failures?: number;
  refusals?: number;
  instances?: Array<{
    instance: string;
    address: string;
    state: 'ready' | 'draining';
    in_flight: number;
    requests: number;
    failures: number;
    /** for so long it gets no requests because it failed */
    ejected_ms: number;
  }>;
}

export interface ReleaseComparison {
  from: number;
  to: number;
  fields: Array<{
    /** as in the manifest */
    field: string;
    change: 'added' | 'removed' | 'changed';
    before?: string;
    after?: string;
    /** why no values are shown */
    hidden?: 'secret' | 'role';
  }>;
}

/** why so many instances run */

export interface AppScaling {
  /** in force now; 0 sleeps when nobody uses it */
  min: number;
  max: number;
  /** of the schedule, which are open now */
  windows: Array<{
    start: string;
    end: string;
    timezone: string;
    min: number;
    max: number;
  }>;
  /** absent where nothing is measured or not yet */
  last?: ScalingDecision;
  /** that changed something or met another limit, the newest first */
  decisions: Array<ScalingDecision>;
}

export interface ScalingDecision {
  time: Time;
  /** instances wanted before */
  before: number;
  /** one for each target of the manifest; value, ratio and replicas are absent where it could not be measured */
  inputs: Array<{
    measure: 'cpu' | 'memory' | 'requests' | 'concurrency' | 'metric';
    /** name of a stored metric */
    metric?: string;
    target: number;
    /** mean of the instances, or the share of each; percent for cpu and memory */
    value?: number;
    /** of value to target */
    ratio?: number;
    /** what this one alone asks for */
    replicas?: number;
  }>;
  /** the largest of what the inputs ask for */
  computed: number;
  /** instances wanted from then on */
  after: number;
  /** what kept it from being as computed */
  limit: 'none' | 'tolerance' | 'not_measured' | 'window' | 'policy' | 'min' | 'max' | 'schedule';
}

/** how a new release does beside the old one over the same time */

export interface AppCanary {
  /** from 1 */
  step: number;
  steps: number;
  /** percent of the requests */
  weight: number;
  held_s: number;
  /** how long it must do well */
  hold_s: number;
  verdict: 'too_few' | 'well' | 'errors' | 'slow';
  old: ReleaseFigures;
  new: ReleaseFigures;
}

export interface ReleaseFigures {
  requests: number;
  errors: number;
  /** absent where it is not known */
  p95_ms?: number;
}

export interface AppSessions {
  app: string;
  /** what keeps its sessions apart: the app itself, or the name it shares them under */
  group: string;
  /** other apps of the group */
  shared_with: Array<string>;
  active_minutes: number;
  counted?: CountedSessions;
  sum?: InstanceSessions;
  instances: Array<InstanceSessions>;
  /** why the figures are not of now; absent while the grid answers */
  unread?: {
    code: string;
    message: string;
    next?: string;
    since: Time;
  };
}

/** all sessions of the group, one by one; absent before the first count */

export interface CountedSessions {
  time: Time;
  took_ms: number;
  sessions: number;
  active_sessions: number;
  /** sessions with a user */
  signed_in: number;
  users: number;
  active_users: number;
  /** entries of an unknown format */
  unreadable: number;
  /** of all of them together */
  bytes: number;
  size_bytes: Spread;
  heaviest: Array<AttributeWeight>;
}

/** what an instance did, or all of them (in a sum a session that two instances served counts twice) */

export interface InstanceSessions {
  /** its service.instance.id */
  name: string;
  started: Time;
  time: Time;
  active_sessions: number;
  active_users: number;
  /** created, expired, ended, logins, logins_refused, conflicts, merged, refused, served_locally; of the last minute */
  per_second: Record<string, number>;
  /** the same since the start and degraded_ms */
  totals: Record<string, number>;
  lookup_ms: Spread;
  write_ms: Spread;
  written_bytes: Spread;
  /** of one store in sixteen */
  heaviest_written: Array<AttributeWeight>;
  /** why the grid cannot be reached from there; absent where it can */
  degraded?: string;
}

export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface AttributeWeight {
  key: string;
  class: string;
  count: number;
  bytes: number;
  largest_bytes: number;
}

export interface FoundSessions {
  /** pseudonym; absent where an id was asked for */
  user?: string;
  sessions: Array<{
    /** a digest; nobody can use it to log in */
    id: string;
    user: string;
    created: Time;
    accessed: Time;
    timeout_s: number;
    bytes: number;
    attributes: number;
  }>;
}

export interface AppRelease {
  number: number;
  version: string;
  created: Time;
  /** SHA-256 of what runs; empty for a command */
  artefact: string;
  /** who applied it */
  author?: string;
  active: boolean;
}

export interface AppInstance {
  /** also its service.instance.id */
  name: string;
  release: number;
  state: 'pending' | 'starting' | 'ready' | 'not_ready' | 'stopping' | 'ended';
  /** host and port */
  address?: string;
  started: Time;
  /** when it came into this state */
  since: Time;
  memory_bytes?: number;
  /** cores used */
  cpu?: number;
  exit?: {
    /** absent where nobody saw it */
    code?: number;
    /** crashed, out_of_memory, liveness_failed, startup_too_slow, asked, released, scaled_down, ... */
    reason: string;
    time: Time;
  };
}

export interface SearchHits {
  hits: Array<{
    kind: 'service' | 'operation' | 'trace' | 'log_text' | 'metric';
    label: string;
    service?: string | null;
    operation?: string | null;
    trace_id?: string | null;
    metric?: string | null;
    count?: number | null;
  }>;
}

export interface SqlViews {
  views: Array<{
    name: string;
    description: string;
    columns: Array<{
      name: string;
      type: string;
      description?: string;
    }>;
  }>;
}

export interface SqlResult {
  columns: Array<{
    name: string;
    type: string;
  }>;
  rows: Array<Array<unknown>>;
  truncated: boolean;
  cost: Cost;
}

export interface PlatformHealth {
  status: 'ok' | 'degraded' | 'refusing';
  problems?: Array<{
    code: string;
    message: string;
    next?: string;
    since?: Time;
  }>;
  version: string;
  started: Time;
  uptime_s: number;
  endpoints?: Array<{
    name?: string;
    address?: string;
    tls?: boolean;
  }>;
  receiver: {
    signals: Array<{
      signal: 'spans' | 'logs' | 'metrics';
      requests: number;
      /** accepted spans, records or points since start */
      items: number;
      bytes: number;
      /** requests recognised as sent again */
      duplicates: number;
      /** items over the last 10 s */
      per_second: number;
      refused: Array<{
        reason: string;
        requests?: number;
        items: number;
      }>;
    }>;
  };
  pipeline: {
    queued_bytes?: number;
    queue_limit_bytes?: number;
    queued_frames?: number;
    lag_ms?: number;
  };
  journal: {
    files?: number;
    bytes?: number;
    last_sync_ms?: number;
    syncs?: number;
    frames?: number;
  };
  store: {
    signals?: Array<{
      signal?: string;
      hot_rows?: number;
      sealed_rows?: number;
      segments?: number;
      bytes?: number;
      oldest?: Time | null;
      retention_s?: number;
      /** by retention since start */
      freed_bytes?: number;
    }>;
    disk_free_bytes?: number;
    disk_used_bytes?: number;
    last_seal_ms?: number | null;
    /** damaged files that are set aside */
    quarantined?: number;
    /** of those files; counted in disk_used_bytes, at most a twentieth of what may be stored */
    quarantined_bytes?: number;
  };
  /** questions asked of the store since start */
  queries?: {
    asked: number;
    rows_read: number;
    bytes_read: number;
    /** took slow_ms or longer */
    slow: number;
    slow_ms: number;
    /** told to come back because too many others were asked first */
    refused: number;
    running: number;
    waiting: number;
  };
  limits: Array<{
    name: string;
    limit: number;
    /** how much was folded or cut so far */
    folded: number;
    detail?: string;
  }>;
  process: {
    /** cores used over the last 10 s */
    cpu_ratio?: number;
    cpu_s?: number;
    rss_bytes?: number;
    heap_bytes?: number;
    heap_max_bytes?: number;
    threads?: number;
  };
  /** the process in front of the apps */
  gateway?: {
    /** idle until there is an app */
    phase: 'off' | 'idle' | 'starting' | 'running' | 'failed';
    /** where it takes requests; absent while that is not known */
    url?: string;
    /** of the program that serves, which may be older than the platform while that is being upgraded; absent while it is not known */
    version?: string;
    since: Time;
    /** since the platform's start */
    restarts: number;
  };
  /** the session grid */
  sessions?: {
    /** idle until an app wants sessions */
    phase: 'off' | 'idle' | 'external' | 'starting' | 'ready' | 'degraded' | 'failed';
    since: Time;
    /** of members since the platform's start */
    restarts: number;
    members: Array<{
      name: string;
      address: string;
      state: 'starting' | 'ready' | 'refusing' | 'ended';
      /** how many members it sees, itself included */
      together: number;
    }>;
  };
}

export interface ConfigList {
  settings: Array<{
    key: string;
    value: string;
    source: string;
    default?: string;
    description?: string;
    secret?: boolean;
  }>;
}

export interface BackupReport {
  path: string;
  files: number;
  bytes: number;
}

export interface SealReport {
  segments: number;
  rows: number;
  elapsed_ms: number;
}

export interface Operations {
  live: { params: Record<never, never>; body: undefined; answer: Liveness };
  ready: { params: Record<never, never>; body: undefined; answer: Liveness };
  whoAmI: { params: Record<never, never>; body: undefined; answer: Principal };
  signIn: {
    params: Record<never, never>;
    body: {
      token?: string;
      code?: string;
    };
    answer: Principal;
  };
  signOut: { params: Record<never, never>; body: undefined; answer: undefined };
  createLink: { params: Record<never, never>; body: undefined; answer: SignInLink };
  listTokens: { params: Record<never, never>; body: undefined; answer: TokenList };
  createToken: {
    params: Record<never, never>;
    body: {
      name: string;
      role: 'viewer' | 'operator' | 'admin';
      /** how long it is good: 12h, 90d, or never */
      expires_in?: string;
    };
    answer: NewToken;
  };
  revokeToken: { params: { name: string }; body: undefined; answer: undefined };
  overview: {
    params: { from?: TimeParam | undefined; to?: TimeParam | undefined };
    body: undefined;
    answer: Overview;
  };
  listServices: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      points?: number | undefined;
    };
    body: undefined;
    answer: ServiceList;
  };
  getService: {
    params: {
      service: string;
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      step?: string | undefined;
    };
    body: undefined;
    answer: ServiceDetail;
  };
  heatmap: {
    params: {
      service: string;
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      operation?: string | undefined;
      columns?: number | undefined;
      rows?: number | undefined;
    };
    body: undefined;
    answer: Heatmap;
  };
  graph: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      service?: string | undefined;
    };
    body: undefined;
    answer: Graph;
  };
  searchTraces: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      service?: string | undefined;
      operation?: string | undefined;
      kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer' | undefined;
      status?: 'unset' | 'ok' | 'error' | undefined;
      min_duration_ms?: number | undefined;
      max_duration_ms?: number | undefined;
      attr?: Array<string> | undefined;
      order?: 'newest' | 'slowest' | undefined;
      limit?: number | undefined;
      cursor?: string | undefined;
    };
    body: undefined;
    answer: TraceList;
  };
  getTrace: {
    params: {
      trace_id: string;
      around?: TimeParam | undefined;
      detail?: 'full' | 'lean' | 'auto' | undefined;
    };
    body: undefined;
    answer: Trace;
  };
  getSpan: {
    params: { trace_id: string; span_id: string; around?: TimeParam | undefined };
    body: undefined;
    answer: SpanDetail;
  };
  searchLogs: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      text?: string | undefined;
      severity?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | undefined;
      service?: string | undefined;
      trace_id?: string | undefined;
      template?: string | undefined;
      attr?: Array<string> | undefined;
      order?: 'newest' | 'oldest' | undefined;
      limit?: number | undefined;
      cursor?: string | undefined;
    };
    body: undefined;
    answer: LogList;
  };
  logHistogram: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      text?: string | undefined;
      severity?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | undefined;
      service?: string | undefined;
      trace_id?: string | undefined;
      template?: string | undefined;
      attr?: Array<string> | undefined;
      points?: number | undefined;
    };
    body: undefined;
    answer: LogHistogram;
  };
  tailLogs: {
    params: {
      text?: string | undefined;
      severity?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | undefined;
      service?: string | undefined;
      trace_id?: string | undefined;
      template?: string | undefined;
      attr?: Array<string> | undefined;
    };
    body: undefined;
    answer: undefined;
  };
  logPatterns: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      service?: string | undefined;
      severity?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | undefined;
      limit?: number | undefined;
    };
    body: undefined;
    answer: PatternList;
  };
  listMetrics: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      service?: string | undefined;
      text?: string | undefined;
    };
    body: undefined;
    answer: MetricCatalogue;
  };
  queryMetric: {
    params: {
      name: string;
      op?: 'rate' | 'sum' | 'avg' | 'min' | 'max' | 'last' | 'count' | 'quantile' | undefined;
      q?: number | undefined;
      by?: string | undefined;
      service?: string | undefined;
      attr?: Array<string> | undefined;
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      step?: string | undefined;
    };
    body: undefined;
    answer: MetricResult;
  };
  listAttributes: {
    params: { signal: 'spans' | 'logs' | 'metrics' };
    body: undefined;
    answer: AttributeKeys;
  };
  listAttributeValues: {
    params: {
      signal: 'spans' | 'logs' | 'metrics';
      key: string;
      prefix?: string | undefined;
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      limit?: number | undefined;
    };
    body: undefined;
    answer: AttributeValues;
  };
  listChanges: {
    params: {
      from?: TimeParam | undefined;
      to?: TimeParam | undefined;
      service?: string | undefined;
      kind?: ChangeKind | undefined;
      limit?: number | undefined;
      cursor?: string | undefined;
    };
    body: undefined;
    answer: ChangeList;
  };
  postChange: { params: Record<never, never>; body: Change; answer: Change };
  listApps: { params: Record<never, never>; body: undefined; answer: AppList };
  applyApps: {
    params: Record<never, never>;
    body: {
      /** YAML or JSON, several apps divided by --- */
      manifest: string;
      /** name of the file for messages */
      source?: string;
      /** relative paths of the manifest count from here */
      folder?: string;
      /** to be told only what would come of it */
      dry_run?: boolean;
    };
    answer: AppliedList;
  };
  diffApps: {
    params: Record<never, never>;
    body: {
      /** YAML or JSON, several apps divided by --- */
      manifest: string;
      /** name of the file for messages */
      source?: string;
      /** relative paths of the manifest count from here */
      folder?: string;
    };
    answer: AppDiffList;
  };
  scaleApp: {
    params: { app: string };
    body: {
      replicas: number;
    };
    answer: App;
  };
  restartApp: { params: { app: string }; body: undefined; answer: App };
  restartInstance: { params: { app: string; instance: string }; body: undefined; answer: App };
  appRoutes: { params: { app: string }; body: undefined; answer: AppRoutes };
  compareReleases: {
    params: { app: string; from: number; to: number };
    body: undefined;
    answer: ReleaseComparison;
  };
  undoApp: {
    params: { app: string };
    body: {
      /** its number; 0 or absent for the one before that differs */
      release?: number;
    };
    answer: App;
  };
  appSessions: { params: { app: string }; body: undefined; answer: AppSessions };
  findAppSessions: {
    params: { app: string };
    body: {
      user?: string;
      id?: string;
    };
    answer: FoundSessions;
  };
  endAppSessions: {
    params: { app: string };
    body: {
      user?: string;
      id?: string;
      all?: boolean;
      /** with all the name of the app */
      confirm?: string;
    };
    answer: {
      ended: number;
    };
  };
  getApp: { params: { app: string }; body: undefined; answer: App };
  deleteApp: { params: { app: string }; body: undefined; answer: undefined };
  listSecrets: {
    params: Record<never, never>;
    body: undefined;
    answer: {
      secrets: Array<{
        name: string;
        keys: Array<string>;
      }>;
    };
  };
  setSecret: {
    params: { secret: string; key: string };
    body: {
      value: string;
      /** whether value is base64 */
      base64?: boolean;
    };
    answer: undefined;
  };
  deleteSecretKey: { params: { secret: string; key: string }; body: undefined; answer: undefined };
  deleteSecret: { params: { secret: string }; body: undefined; answer: undefined };
  appSchema: { params: Record<never, never>; body: undefined; answer: Record<string, unknown> };
  search: {
    params: { q: string; from?: TimeParam | undefined; to?: TimeParam | undefined };
    body: undefined;
    answer: SearchHits;
  };
  sqlViews: { params: Record<never, never>; body: undefined; answer: SqlViews };
  sql: {
    params: Record<never, never>;
    body: {
      query: string;
      from?: TimeParam;
      to?: TimeParam;
      max_rows?: number;
    };
    answer: SqlResult;
  };
  platformHealth: { params: Record<never, never>; body: undefined; answer: PlatformHealth };
  getConfig: { params: Record<never, never>; body: undefined; answer: ConfigList };
  backup: {
    params: Record<never, never>;
    body: {
      path: string;
    };
    answer: BackupReport;
  };
  seal: { params: Record<never, never>; body: undefined; answer: SealReport };
}

export const routes = {
  live: ['GET', '/api/v1/live'],
  ready: ['GET', '/api/v1/ready'],
  whoAmI: ['GET', '/api/v1/session'],
  signIn: ['POST', '/api/v1/session'],
  signOut: ['DELETE', '/api/v1/session'],
  createLink: ['POST', '/api/v1/links'],
  listTokens: ['GET', '/api/v1/tokens'],
  createToken: ['POST', '/api/v1/tokens'],
  revokeToken: ['DELETE', '/api/v1/tokens/{name}'],
  overview: ['GET', '/api/v1/overview'],
  listServices: ['GET', '/api/v1/services'],
  getService: ['GET', '/api/v1/services/{service}'],
  heatmap: ['GET', '/api/v1/services/{service}/heatmap'],
  graph: ['GET', '/api/v1/graph'],
  searchTraces: ['GET', '/api/v1/traces'],
  getTrace: ['GET', '/api/v1/traces/{trace_id}'],
  getSpan: ['GET', '/api/v1/traces/{trace_id}/spans/{span_id}'],
  searchLogs: ['GET', '/api/v1/logs'],
  logHistogram: ['GET', '/api/v1/logs/histogram'],
  tailLogs: ['GET', '/api/v1/logs/tail'],
  logPatterns: ['GET', '/api/v1/logs/patterns'],
  listMetrics: ['GET', '/api/v1/metrics'],
  queryMetric: ['GET', '/api/v1/metrics/query'],
  listAttributes: ['GET', '/api/v1/attributes'],
  listAttributeValues: ['GET', '/api/v1/attributes/values'],
  listChanges: ['GET', '/api/v1/changes'],
  postChange: ['POST', '/api/v1/changes'],
  listApps: ['GET', '/api/v1/apps'],
  applyApps: ['POST', '/api/v1/apps'],
  diffApps: ['POST', '/api/v1/apps/diff'],
  scaleApp: ['POST', '/api/v1/apps/{app}/scale'],
  restartApp: ['POST', '/api/v1/apps/{app}/restart'],
  restartInstance: ['POST', '/api/v1/apps/{app}/instances/{instance}/restart'],
  appRoutes: ['GET', '/api/v1/apps/{app}/routes'],
  compareReleases: ['GET', '/api/v1/apps/{app}/releases/compare'],
  undoApp: ['POST', '/api/v1/apps/{app}/undo'],
  appSessions: ['GET', '/api/v1/apps/{app}/sessions'],
  findAppSessions: ['POST', '/api/v1/apps/{app}/sessions/find'],
  endAppSessions: ['POST', '/api/v1/apps/{app}/sessions/end'],
  getApp: ['GET', '/api/v1/apps/{app}'],
  deleteApp: ['DELETE', '/api/v1/apps/{app}'],
  listSecrets: ['GET', '/api/v1/secrets'],
  setSecret: ['PUT', '/api/v1/secrets/{secret}/{key}'],
  deleteSecretKey: ['DELETE', '/api/v1/secrets/{secret}/{key}'],
  deleteSecret: ['DELETE', '/api/v1/secrets/{secret}'],
  appSchema: ['GET', '/api/v1/schema/app'],
  search: ['GET', '/api/v1/search'],
  sqlViews: ['GET', '/api/v1/sql'],
  sql: ['POST', '/api/v1/sql'],
  platformHealth: ['GET', '/api/v1/health'],
  getConfig: ['GET', '/api/v1/config'],
  backup: ['POST', '/api/v1/backup'],
  seal: ['POST', '/api/v1/seal'],
} as const satisfies Record<keyof Operations, readonly [string, string]>;
