export const traces = { title: '트레이스' };
