<?php
/**
 * Plugin Name: Burnout screener
 * Description: A self-check for people who help others, as a block and a shortcode. Answers never leave the browser.
 * Version: {{version}}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0 (MIT is compatible with the GPL)
 * License URI: https://opensource.org/license/mit
 * Text Domain: burnout-screener
 *
 * It asks no other server for anything, keeps nothing in the database, and sets no cookie.
 */

defined( 'ABSPATH' ) || exit;

const BURNOUT_SCREENER = 'burnout-screener';

/** What may be set, as the self-check knows it. It shows each as plain text and uses none that is not what it should be. */
function burnout_screener_names() {
	return array( {{names}} );
}

/**
 * The element with these settings. Whoever may write a page may write them: they give no power over it, so nobody needs the
 * right to write HTML.
 */
function burnout_screener_element( $given ) {
	wp_enqueue_script( BURNOUT_SCREENER );
	$attributes = '';
	foreach ( burnout_screener_names() as $name ) {
		if ( isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) && '' !== (string) $given[ $name ] ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $given[ $name ] ) );
		}
	}
	return sprintf( '<%1$s%2$s></%1$s>', BURNOUT_SCREENER, $attributes );
}

/** In a place of its own, to which themes give the width of their text. */
function burnout_screener_shortcode( $given ) {
	return sprintf( '<div class="burnout-screener-place">%s</div>', burnout_screener_element( $given ) );
}

function burnout_screener_block( $given ) {
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), burnout_screener_element( $given ) );
}

add_action(
	'init',
	function () {
		wp_register_script( BURNOUT_SCREENER, plugins_url( 'files/burnout-screener.js', __FILE__ ), array(), '{{version}}', true );
		wp_register_script(
			'burnout-screener-block',
			plugins_url( 'block.js', __FILE__ ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
			'{{version}}',
			true
		);
		add_shortcode( 'burnout_screener', 'burnout_screener_shortcode' );
		register_block_type(
			'burnout-screener/self-check',
			array(
				'api_version'     => 2,
				'title'           => 'Self-check',
				'category'        => 'widgets',
				'icon'            => 'heart',
				'description'     => 'Which kind of tired is it? A self-check for people who help others.',
				'attributes'      => array_fill_keys( burnout_screener_names(), array( 'type' => 'string', 'default' => '' ) ),
				'supports'        => array( 'html' => false, 'align' => array( 'wide', 'full' ) ),
				'editor_script'   => 'burnout-screener-block',
				'render_callback' => 'burnout_screener_block',
			)
		);
	}
);

/** Its own script is small, and loads by itself in its own time: whoever bundles, delays or renames scripts is to leave it alone. */
add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		if ( BURNOUT_SCREENER !== $handle ) {
			return $tag;
		}
		$marks = 'async data-cfasync="false" data-no-optimize="1" data-no-defer="1" data-no-minify="1" nowprocket';
		return str_replace( '<script ', "<script $marks ", $tag );
	},
	10,
	2
);

foreach (
	array(
		'rocket_exclude_js',
		'rocket_exclude_defer_js',
		'rocket_delay_js_exclusions',
		'litespeed_optimize_js_excludes',
		'litespeed_optm_js_defer_exc',
		'perfmatters_delay_js_exclusions',
	) as $burnout_screener_list
) {
	add_filter(
		$burnout_screener_list,
		function ( $left_alone ) {
			$left_alone   = is_array( $left_alone ) ? $left_alone : array();
			$left_alone[] = 'burnout-screener/files/';
			return $left_alone;
		}
	);
}

// These go by the name under which a script is registered.
foreach ( array( 'sgo_js_minify_exclude', 'sgo_javascript_combine_exclude', 'sgo_js_async_exclude' ) as $burnout_screener_list ) {
	add_filter(
		$burnout_screener_list,
		function ( $left_alone ) {
			$left_alone   = is_array( $left_alone ) ? $left_alone : array();
			$left_alone[] = BURNOUT_SCREENER;
			return $left_alone;
		}
	);
}

// This one is a text with commas in it.
add_filter(
	'autoptimize_filter_js_exclude',
	function ( $left_alone ) {
		return ( is_string( $left_alone ) && '' !== $left_alone ? "$left_alone, " : '' ) . 'burnout-screener/files/';
	}
);
