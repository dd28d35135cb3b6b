import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { NowPage } from '../pages/now/NowPage';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { NotFound } from './NotFound';

// Now is what people open first and comes with the frame; every other page is a chunk of its own.
const AppsPage = lazy(() => import('../pages/apps/AppsPage'));
const ServicePage = lazy(() => import('../pages/service/ServicePage'));
const TracesPage = lazy(() => import('../pages/traces/TracesPage'));
const TracePage = lazy(() => import('../pages/traces/TracePage'));
const LogsPage = lazy(() => import('../pages/logs/LogsPage'));
const MetricsPage = lazy(() => import('../pages/metrics/MetricsPage'));
const PlatformPage = lazy(() => import('../pages/platform/PlatformPage'));
const SignInPage = lazy(() => import('../pages/signin/SignInPage'));

export const routes: RouteObject[] = [
  { path: '/signin', element: <SignInPage />, errorElement: <Broken /> },
  {
    element: <Frame />,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: '/', element: <NowPage /> },
          { path: '/apps', element: <AppsPage /> },
          { path: '/apps/:service', element: <ServicePage /> },
          { path: '/apps/:service/:tab', element: <ServicePage /> },
          { path: '/traces', element: <TracesPage /> },
          { path: '/traces/:traceId', element: <TracePage /> },
          { path: '/logs', element: <LogsPage /> },
          { path: '/logs/:tab', element: <LogsPage /> },
          { path: '/metrics', element: <MetricsPage /> },
          { path: '/platform', element: <PlatformPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
