// The block in the editor: a few fields, and a place that says what will stand there. The page itself gets the element from PHP.
( function ( { blocks, blockEditor, components, element } ) {
	const { createElement } = element;
	const fields = {
		'contact-name': 'Whom people can turn to',
		'contact-phone': 'Their phone number',
		'contact-link': 'A page about them (https://…)',
		region: 'Crisis lines of (GB, US, DE, …)',
		accent: 'Your colour (#rrggbb)',
		idle: 'Erase after so many minutes without anybody',
	};
	blocks.registerBlockType( 'burnout-screener/self-check', {
		edit( { attributes, setAttributes } ) {
			const field = ( [ name, label ] ) =>
				createElement( components.TextControl, {
					key: name,
					label,
					value: attributes[ name ] || '',
					onChange: ( text ) => setAttributes( { [ name ]: text } ),
				} );
			return createElement(
				'div',
				blockEditor.useBlockProps(),
				createElement(
					components.Placeholder,
					{ label: 'Self-check', instructions: 'The self-check will stand here. All fields may stay empty.', isColumnLayout: true },
					Object.entries( fields ).map( field )
				)
			);
		},
		save: () => null,
	} );
} )( window.wp );
