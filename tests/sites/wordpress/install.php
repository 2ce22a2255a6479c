<?php
// What the installer does when somebody presses its button; nobody gets a message about it.
define( 'WP_INSTALLING', true );
function wp_new_blog_notification() {}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'A clinic', 'admin', 'admin@clinic.example', true, '', 'a password for one test' );
