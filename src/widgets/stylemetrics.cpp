// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/style.h"
#include "widgets/theme.h"

namespace Widgets {

int HeadgateStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_SplitterWidth:
    case PM_MenuPanelWidth: return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuHMargin: return 0;
    case PM_MenuBarHMargin:
    case PM_MenuVMargin: return H(0.25);
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return H(1.5);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return H(0.94);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return H(0.4);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return H(0.5);
    case PM_HeaderMargin: return H(0.25); // it also sets the least height of rows
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return H(1);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize: return H(1);
    case PM_LineEditIconMargin: return H(0.5);
    case PM_TabBarTabHSpace: return H(1);
    case PM_TreeViewIndentation: return H(0.95);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon HeadgateStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton: return icon("more");
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton: return icon("x");
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icon("info", Token::Accent);
    case SP_MessageBoxWarning: return icon("warning", Token::Warning);
    case SP_MessageBoxCritical: return icon("error", Token::Error);
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

int HeadgateStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Table_GridLineColor: return int(color(Token::Border).rgb());
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace Widgets
