package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.xudai.web.Problems;

/** How bodies of requests are read: nothing is guessed, cut or silently left out. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** Longest JSON body in bytes. */
    static final int LONGEST = 2 * 1024 * 1024;

    /** After the security filter, which Spring Boot puts at -100. */
    private static final int AFTER_SECURITY = -90;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictRequests() {
        return builder -> builder.featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .postConfigurer(ApiConfiguration::restrict);
    }

    private static void restrict(ObjectMapper mapper) {
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LONGEST)
                        .maxNestingDepth(50)
                        .build());
    }

    @Bean
    Module storableTexts() {
        return new SimpleModule("storable texts").addDeserializer(String.class, new StorableText());
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyTable table,
            IdempotencyMark mark,
            Problems problems,
            LocaleResolver localeResolver,
            ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new IdempotencyFilter(table, mark, problems, localeResolver, json));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    /** Texts that the database can hold. */
    private static final class StorableText extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && !Parameters.isStorable(text)) {
                return (String) context.handleWeirdStringValue(String.class, "", "not a text");
            }
            return text;
        }
    }
}
