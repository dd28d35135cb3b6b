export const traces = { title: 'Traces' } as const;
