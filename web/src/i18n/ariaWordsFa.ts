/** What React Aria puts into its words. */
type Values = Readonly<Record<string, string | number | boolean>>

/** Writes numbers in the digits of the person. */
interface Writer {
  number: (value: number) => string
}

/** Words, or how they are made of values. */
export type Word = string | ((values: Values, write: Writer) => string)

const items = ({ count }: Values, write: Writer) => `${write.number(Number(count))} مورد انتخاب‌شده`
const options = (count: unknown, write: Writer) => `${write.number(Number(count))} گزینه`

/**
 * The words that React Aria says by itself, in Persian, by its packages: it brings more than thirty languages, but not this one. Most are
 * heard in a screen reader only. Colours are left out, since nothing in Hamgam chooses one.
 */
export const ariaWordsFa: Record<string, Record<string, Word>> = {
  '@react-aria/autocomplete': { collectionLabel: 'پیشنهادها' },
  '@react-aria/breadcrumbs': { breadcrumbs: 'مسیر صفحه' },
  '@react-aria/calendar': {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: ({ date }) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `بازهٔ انتخاب‌شده: ${dateRange}`,
    todayDate: ({ date }) => `امروز، ${date}`,
    todayDateSelected: ({ date }) => `امروز، ${date}، انتخاب‌شده`,
    dateSelected: ({ date }) => `${date}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای آغاز انتخاب بازه کلیک کنید',
    finishRangeSelectionPrompt: 'برای پایان انتخاب بازه کلیک کنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: ({ startDate, endDate }) => `${startDate} تا ${endDate}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }, write) =>
      [
        isGroupChange ? `گروه ${groupTitle} با ${options(groupCount, write)}. ` : '',
        optionText,
        isSelected ? '، انتخاب‌شده' : '',
      ].join(''),
    countAnnouncement: ({ optionCount }, write) => `${options(optionCount, write)} در دسترس است.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}، انتخاب شد`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از نیمروز',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: ({ date }) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `بازهٔ انتخاب‌شده: ${startDate} تا ${endDate}`,
    selectedTimeDescription: ({ time }) => `ساعت انتخاب‌شده: ${time}`,
  },
  '@react-aria/dnd': {
    dragItem: ({ itemText }) => `کشیدن ${itemText}`,
    dragSelectedItems: (values, write) => `کشیدن ${items(values, write)}`,
    dragDescriptionKeyboard: 'برای آغاز کشیدن، Enter را بزنید.',
    dragDescriptionKeyboardAlt: 'برای آغاز کشیدن، Alt + Enter را بزنید.',
    dragDescriptionTouch: 'برای آغاز کشیدن، دو بار ضربه بزنید.',
    dragDescriptionVirtual: 'برای آغاز کشیدن، کلیک کنید.',
    dragDescriptionLongPress: 'برای آغاز کشیدن، انگشت را نگه دارید.',
    dragSelectedKeyboard: (values, write) => `برای کشیدن ${items(values, write)}، Enter را بزنید.`,
    dragSelectedKeyboardAlt: (values, write) => `برای کشیدن ${items(values, write)}، Alt + Enter را بزنید.`,
    dragSelectedLongPress: (values, write) => `برای کشیدن ${items(values, write)}، انگشت را نگه دارید.`,
    dragStartedKeyboard:
      'کشیدن آغاز شد. با Tab به جای رها کردن بروید و Enter را بزنید تا رها شود، یا با Escape منصرف شوید.',
    dragStartedTouch: 'کشیدن آغاز شد. به جای رها کردن بروید و دو بار ضربه بزنید تا رها شود.',
    dragStartedVirtual: 'کشیدن آغاز شد. به جای رها کردن بروید و کلیک کنید یا Enter را بزنید تا رها شود.',
    endDragKeyboard: 'در حال کشیدن. برای انصراف، Enter را بزنید.',
    endDragTouch: 'در حال کشیدن. برای انصراف، دو بار ضربه بزنید.',
    endDragVirtual: 'در حال کشیدن. برای انصراف، کلیک کنید.',
    dropDescriptionKeyboard: 'برای رها کردن Enter و برای انصراف Escape را بزنید.',
    dropDescriptionTouch: 'برای رها کردن، دو بار ضربه بزنید.',
    dropDescriptionVirtual: 'برای رها کردن، کلیک کنید.',
    dropCanceled: 'از رها کردن صرف‌نظر شد.',
    dropComplete: 'رها شد.',
    dropIndicator: 'نشانگر جای رها کردن',
    dropOnRoot: 'رها کردن روی',
    dropOnItem: ({ itemText }) => `رها کردن روی ${itemText}`,
    insertBefore: ({ itemText }) => `گذاشتن پیش از ${itemText}`,
    insertBetween: ({ beforeItemText, afterItemText }) => `گذاشتن میان ${beforeItemText} و ${afterItemText}`,
    insertAfter: ({ itemText }) => `گذاشتن پس از ${itemText}`,
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `${item} دیگر انتخاب‌شده نیست.`,
    select: 'انتخاب',
    selectedCount: ({ count }, write) =>
      Number(count) === 0 ? 'هیچ موردی انتخاب نشده است.' : `${write.number(Number(count))} مورد انتخاب شده است.`,
    selectedAll: 'همهٔ موارد انتخاب شده‌اند.',
    selectedItem: ({ item }) => `${item} انتخاب شد.`,
    longPressToSelect: 'برای انتخاب، انگشت را نگه دارید.',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'این ردیف کاری انجام می‌دهد',
    hasLinkAnnouncement: ({ link }) => `پیوند این ردیف: ${link}`,
  },
  '@react-aria/menu': {
    longPressMessage: 'برای باز کردن منو، انگشت را نگه دارید یا Alt + ArrowDown را بزنید',
  },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }) => `کم کردن ${fieldLabel}`,
    increase: ({ fieldLabel }) => `زیاد کردن ${fieldLabel}`,
    numberField: 'خانهٔ عدد',
  },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/previewtrigger': { longPressMessage: 'برای پیش‌نمایش، انگشت را نگه دارید' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جست‌وجو' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/steplist': { steplist: 'گام‌ها' },
  '@react-aria/table': {
    select: 'انتخاب',
    selectAll: 'انتخاب همه',
    sortable: 'ستون مرتب‌شدنی',
    ascending: 'صعودی',
    descending: 'نزولی',
    ascendingSort: ({ columnName }) => `به ترتیب صعودی ستون ${columnName} مرتب شد`,
    descendingSort: ({ columnName }) => `به ترتیب نزولی ستون ${columnName} مرتب شد`,
    columnSize: ({ value }) => `${value} پیکسل`,
    resizerDescription: 'برای تغییر اندازه، Enter را بزنید',
    expand: 'باز کردن',
    collapse: 'بستن',
  },
  '@react-aria/tag': { removeDescription: 'برای حذف برچسب، Delete را بزنید.', removeButtonLabel: 'حذف' },
  '@react-aria/toast': {
    close: 'بستن',
    notifications: ({ count }, write) => `${write.number(Number(count))} اعلان.`,
  },
  '@react-aria/tree': { expand: 'باز کردن', collapse: 'بستن' },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }) => `مقدار باید ${minValue} یا پس از آن باشد.`,
    rangeOverflow: ({ maxValue }) => `مقدار باید ${maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ در دسترس نیست.',
  },
  'react-aria-components': {
    selectPlaceholder: 'یکی را برگزینید',
    tableResizer: 'تغییر اندازه',
    dropzoneLabel: 'جای رها کردن پرونده',
    colorSwatchPicker: 'نمونه‌های رنگ',
  },
}
