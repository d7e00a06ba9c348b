export { CalendarFeeds, type FeedEntry } from './feed/calendar-feeds.service.js';
export { feedText } from './feed/feed-text.js';
export { type Notice, NOTICE_KINDS, type NoticeKind } from './notice.js';
export { NotificationsModule } from './notifications.module.js';
export { type KeptLetter, Letters } from './letters.service.js';
export { Notices } from './notices.service.js';
export { SendMail } from './send-mail.handler.js';
export { TellOfDeadline } from './tell-of-deadline.handler.js';
