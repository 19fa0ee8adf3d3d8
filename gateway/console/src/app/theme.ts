import type { ThemeConfig } from 'antd';

/**
 * The console's look. Text colours are darker than the library's own, so that every text on every ground of ours has the
 * contrast that WCAG 2.2 asks for (1.4.3, AA: 4.5 to 1); test/browser/ measures it.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#17489a',
    colorLink: '#17489a',
    colorLinkHover: '#0f3576',
    colorLinkActive: '#0f3576',
    colorSuccess: '#13703a',
    colorWarning: '#8a5200',
    colorError: '#b3261e',
    colorInfo: '#17489a',
    // The library would derive these grounds from the dark colours above, and they would be muddy.
    colorSuccessBg: '#e6f4ea',
    colorSuccessBorder: '#b7dfc3',
    colorWarningBg: '#fff4dc',
    colorWarningBorder: '#efd3a0',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#f3c0bb',
    colorInfoBg: '#e8eefb',
    colorInfoBorder: '#b9ccf2',
    colorPrimaryBg: '#e8eefb',
    colorPrimaryBorder: '#b9ccf2',
    colorTextBase: '#172033',
    colorTextSecondary: '#4a5468',
    colorTextTertiary: '#5a6478',
    colorTextDescription: '#5a6478',
    colorTextPlaceholder: '#667085',
    colorBgLayout: '#f4f6f9',
    colorBorder: '#c8cfdb',
    colorBorderSecondary: '#e4e8ef',
    borderRadius: 8,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px' },
    Menu: { itemSelectedBg: '#e8eefb', itemSelectedColor: '#17489a' },
    Table: { headerBg: '#f7f9fc', headerColor: '#4a5468' },
  },
};

/** For what is pressed while it still moves, or goes away before it has come to rest. */
export const WITHOUT_MOTION: ThemeConfig = { token: { motion: false } };
