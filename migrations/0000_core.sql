CREATE TABLE `conversations` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`handler` text NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`activity` integer DEFAULT 0 NOT NULL,
	`operator_delivered` integer DEFAULT 0 NOT NULL,
	`operator_seen` integer DEFAULT 0 NOT NULL,
	`visitor_delivered` integer DEFAULT 0 NOT NULL,
	`visitor_seen` integer DEFAULT 0 NOT NULL,
	`operator_unread` integer DEFAULT 0 NOT NULL,
	`visitor_unread` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`visitor_id`) REFERENCES `visitors`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversations_by_activity` ON `conversations` (`tenant_id`,`activity`);--> statement-breakpoint
CREATE INDEX `conversations_by_status` ON `conversations` (`tenant_id`,`status`,`activity`);--> statement-breakpoint
CREATE INDEX `conversations_by_visitor` ON `conversations` (`tenant_id`,`visitor_id`,`activity`);--> statement-breakpoint
CREATE TABLE `events` (
	`tenant_id` text NOT NULL,
	`cursor` integer NOT NULL,
	`type` text NOT NULL,
	`conversation_id` text,
	`visitor_id` text,
	`seq` integer,
	`message_id` text,
	`detail` text DEFAULT '{}' NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `cursor`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_by_visitor` ON `events` (`tenant_id`,`visitor_id`,`cursor`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_seq` ON `events` (`tenant_id`,`conversation_id`,`seq`);--> statement-breakpoint
CREATE TABLE `messages` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`seq` integer NOT NULL,
	`cursor` integer NOT NULL,
	`sender` text NOT NULL,
	`author_id` text NOT NULL,
	`sender_name` text,
	`content` text NOT NULL,
	`client_id` text NOT NULL,
	`citations` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`tenant_id`,`conversation_id`) REFERENCES `conversations`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_id` ON `messages` (`tenant_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_seq` ON `messages` (`tenant_id`,`conversation_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`tenant_id`,`author_id`,`client_id`);--> statement-breakpoint
CREATE TABLE `entries` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`title` text,
	`question` text,
	`answer` text,
	`content` text,
	`metadata` text DEFAULT '{}' NOT NULL,
	`status` text DEFAULT 'ready' NOT NULL,
	`error` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entries_by_position` ON `entries` (`tenant_id`,`position`);--> statement-breakpoint
CREATE TABLE `passages` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`tenant_id`,`entry_id`) REFERENCES `entries`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_by_entry` ON `passages` (`tenant_id`,`entry_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_by_reset` ON `attempts` (`resets_at_ms`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenant_id`,`user_id`) REFERENCES `users`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`tenant_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`company_name` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_key_unique` ON `users` (`email_key`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`email` text,
	`external_id` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_by_external_id` ON `visitors` (`tenant_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `widgets` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`color` text,
	`position` text,
	`welcome_text` text,
	`logo_url` text,
	`title` text,
	`allowed_origins` text DEFAULT '[]' NOT NULL,
	`ai_settings` text DEFAULT '{}' NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
