// A few line icons, 16 px, in the text's colour. The icon package would do, but each of these is a
// line of path data, and the frame needs them on the first paint.

function icon(path: string) {
  return function Icon({ size = 16 }: { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    );
  };
}

export const NowIcon = icon('M1.5 8h3l2-5 3 10 2-5h3');
export const AppsIcon = icon('M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z');
export const TracesIcon = icon('M1.5 3.5h8M4.5 8h10M7 12.5h5');
export const LogsIcon = icon('M2 3h12M2 6.3h9M2 9.7h12M2 13h6');
export const MetricsIcon = icon('M2 2v12h12M5 11V8M8.5 11V4.5M12 11V6.5');
export const PlatformIcon = icon('M2 2.5h12v4.5H2zM2 9h12v4.5H2zM4.5 4.8h.01M4.5 11.2h.01');
export const SearchIcon = icon(
  'M7 12.2A5.2 5.2 0 1 0 7 1.8a5.2 5.2 0 0 0 0 10.4zM10.8 10.8l3.7 3.7',
);
export const CopyIcon = icon('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3');
export const TickIcon = icon('M2.5 8.5l3.5 3.5 7.5-8');
export const PauseIcon = icon('M5 3v10M11 3v10');
export const PlayIcon = icon('M4.5 2.5v11l9-5.5z');
export const DownIcon = icon('M4 6l4 4 4-4');
export const LeftIcon = icon('M10 3.5L5.5 8l4.5 4.5');
export const RightIcon = icon('M6 3.5L10.5 8 6 12.5');
export const ColumnsIcon = icon('M2 3h12v10H2zM6 3v10M10 3v10');
export const CloseIcon = icon('M3.5 3.5l9 9M12.5 3.5l-9 9');
export const SettingsIcon = icon('M2 4.5h5M11 4.5h3M9 2.8v3.4M2 11.5h3M9 11.5h5M7 9.8v3.4');
export const ZoomOutIcon = icon(
  'M7 12.2A5.2 5.2 0 1 0 7 1.8a5.2 5.2 0 0 0 0 10.4zM10.8 10.8l3.7 3.7M4.8 7h4.4',
);
export const FlagIcon = icon('M3.5 14.5v-13M3.5 2.5h9l-2 3 2 3h-9');
export const UserIcon = icon(
  'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5',
);
export const DatabaseIcon = icon(
  'M2.5 3.800c0-1.2 2.5-2.1 5.5-2.100s5.5.9 5.5 2.100v8.400c0 1.2-2.5 2.1-5.5 2.100s-5.5-.9-5.5-2.100zM2.5 3.800c0 1.2 2.5 2.1 5.5 2.100s5.5-.9 5.5-2.100M2.5 8c0 1.2 2.5 2.1 5.5 2.100s5.5-.9 5.5-2.1',
);
export const QueueIcon = icon(
  'M1.5 4.500h9v7h-9zM4.5 4.500v7M7.5 4.500v7M12.5 8h2.500M13.2 6.200L15 8l-1.8 1.8',
);
export const ExternalIcon = icon(
  'M8 14.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM1.5 8h13M8 1.500c2.2 2 2.8 4 2.8 6.500s-.6 4.5-2.8 6.500c-2.2-2-2.8-4-2.8-6.500s.6-4.5 2.8-6.5',
);
export const SortUpIcon = icon('M8 12.500v-9M4.5 7L8 3.5 11.5 7');
export const SortDownIcon = icon('M8 3.500v9M4.5 9L8 12.5 11.5 9');
