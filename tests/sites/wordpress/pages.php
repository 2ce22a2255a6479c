<?php
// The plugin goes in from its archive, and an author who may write no HTML makes a page with each recipe. Prints their numbers.
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

function sure( $answer ) {
	if ( is_wp_error( $answer ) ) {
		fwrite( STDERR, $answer->get_error_message() . "\n" );
		exit( 1 );
	}
	return $answer;
}

WP_Filesystem();
sure( unzip_file( __DIR__ . '/burnout-screener.zip', WP_PLUGIN_DIR ) );
wp_cache_delete( 'plugins', 'plugins' );
sure( activate_plugin( 'burnout-screener/burnout-screener.php' ) );

$author = sure( wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'another password', 'role' => 'author' ) ) );
wp_set_current_user( $author );
kses_init();
if ( current_user_can( 'unfiltered_html' ) ) {
	fwrite( STDERR, "the author may write HTML\n" );
	exit( 1 );
}

$content = json_decode( file_get_contents( __DIR__ . '/content.json' ), true );
$made    = array();
foreach ( $content as $name => $text ) {
	$column        = "<!-- wp:paragraph {\"className\":\"column\"} -->\n<p class=\"column\">A column.</p>\n<!-- /wp:paragraph -->\n";
	$post          = array( 'post_title' => $name, 'post_content' => wp_slash( $column . $text ), 'post_status' => 'publish' );
	$made[ $name ] = sure( wp_insert_post( $post, true ) );
}
echo json_encode( $made );
