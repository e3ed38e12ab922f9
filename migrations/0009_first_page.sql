ALTER TABLE `widgets` ADD `installed_on` text;--> statement-breakpoint
ALTER TABLE `widgets` ADD `installed_at` text;