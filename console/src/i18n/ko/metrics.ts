export const metrics = { title: '메트릭' };
